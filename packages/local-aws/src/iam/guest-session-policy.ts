import type { PolicyDocument } from "@lectern/infra/policies";

/**
 * What Cognito leaves guests of the enhanced flow, whatever their role says: its inline session policy and the managed
 * AmazonCognitoUnAuthedIdentitiesSessionPolicy together. `kinesis:*` does not cover Kinesis Video Streams, which is why
 * listeners take the classic flow.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export const guestSessionPolicy: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: [
        ...["cloudwatch", "logs", "dynamodb", "kinesis", "mobileanalytics", "s3", "ses", "sns", "sqs", "lambda"],
        ...["machinelearning", "execute-api", "iot", "gamelift", "cognito-identity", "cognito-idp", "cognito-sync"],
        ...["lex", "polly", "comprehend", "translate", "transcribe", "rekognition", "mobiletargeting", "firehose"],
        ...["appsync", "personalize", "sdb", "codewhisperer"],
      ]
        .map((service) => `${service}:*`)
        .concat([
          "sagemaker:InvokeEndpoint",
          "textract:DetectDocumentText",
          "textract:AnalyzeDocument",
          "rum:PutRumEvents",
        ]),
      Resource: "*",
    },
  ],
};
