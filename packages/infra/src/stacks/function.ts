import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { CfnPolicy, type CfnRole, Role as IamRole } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { bundleOf, type FunctionName } from "../functions/bundle.ts";
import type { PolicyDocument } from "../policies/index.ts";

/** A log group that keeps its entries for a month. */
export const createLog = (scope: Construct, id: string, logGroupName?: string): LogGroup =>
  new LogGroup(scope, id, {
    ...(logGroupName && { logGroupName }),
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });

const mayWrite = (logGroupArn: string): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: logGroupArn }],
});

interface Options {
  name: FunctionName;
  /** Is also allowed to write the function's log. */
  role: CfnRole;
  timeout: Duration;
  environment?: Record<string, string>;
}

/** One Lambda function. No concurrency is reserved: a new account may have 10 in all, and reserving any of them fails. */
export function createFunction(
  scope: Construct,
  id: string,
  { name, role, timeout, environment = {} }: Options,
): LambdaFunction {
  const logGroup = createLog(scope, `${id}Log`);
  new CfnPolicy(scope, `${id}LogPolicy`, {
    policyName: `${id}Log`,
    policyDocument: mayWrite(logGroup.logGroupArn),
    roles: [role.ref],
  });
  return new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: Code.fromAsset(bundleOf(name)),
    role: IamRole.fromRoleArn(scope, `${id}ImportedRole`, role.attrArn, { mutable: false }),
    logGroup,
    // In JSON, quotes within a message are escaped, and the metric filter would not match.
    loggingFormat: LoggingFormat.TEXT,
    memorySize: 512,
    timeout,
    environment,
  });
}
