import { Stack } from "aws-cdk-lib";
import { CfnRole, type IRole, Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** What a User Pool needs to send text messages: a role that it assumes, for itself only, by an external ID. */
export function createTextMessages(scope: Construct, environmentName: string) {
  const externalId = `lectern-${environmentName}`;
  const role = new CfnRole(scope, "TextMessagesRole", {
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: "cognito-idp.amazonaws.com" },
          Condition: { StringEquals: { "sts:ExternalId": externalId } },
        },
      ],
    },
    policies: [
      {
        policyName: "text-messages",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "sns:Publish", Resource: "*" },
            { Effect: "Deny", Action: "sns:Publish", Resource: "arn:aws:sns:*:*:*" },
          ],
        },
      },
    ],
  });
  acknowledge(role, "AwsSolutions-IAM5[Resource::*]", "A phone number has no ARN; topics, which have one, are denied.");
  const smsRole: IRole = Role.fromRoleArn(scope, "TextMessagesImportedRole", role.attrArn, { mutable: false });
  return { smsRole, smsRoleExternalId: externalId, snsRegion: Stack.of(scope).region };
}
