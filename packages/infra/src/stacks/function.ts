import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { CfnRole, Role as IamRole } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { bundleOf, type FunctionName } from "../functions/bundle.ts";
import type { PolicyDocument } from "../policies/index.ts";
import { acknowledgeWildcards } from "./acknowledge.ts";

/** The same for all of them: what happened longer ago than a month is not looked into. */
const LOGS_KEPT = RetentionDays.ONE_MONTH;

interface Options {
  name: FunctionName;
  /** Who may assume the role, and what the function may do besides writing its log. */
  trust: PolicyDocument;
  permissions?: PolicyDocument;
  timeout: Duration;
  environment?: Record<string, string>;
}

const logging = (logGroupArn: string): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: logGroupArn }],
});

/**
 * One Lambda function with a role of its own: an L1 role, so that the documents of `policies/` arrive in the template as
 * they are. Nothing is reserved: a new account may have a concurrency of 10, and reserving any of it fails.
 */
export function createFunction(scope: Construct, id: string, options: Options): LambdaFunction {
  const { name, trust, permissions, timeout, environment = {} } = options;
  const logGroup = new LogGroup(scope, `${id}Log`, { retention: LOGS_KEPT, removalPolicy: RemovalPolicy.DESTROY });
  const role = new CfnRole(scope, `${id}Role`, {
    assumeRolePolicyDocument: trust,
    policies: [
      ...(permissions ? [{ policyName: "lectern", policyDocument: permissions }] : []),
      { policyName: "log", policyDocument: logging(logGroup.logGroupArn) },
    ],
  });
  if (permissions) {
    acknowledgeWildcards(
      role,
      permissions,
      "Channels of this environment and sockets of this API are made at run time.",
    );
  }
  return new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: Code.fromAsset(bundleOf(name)),
    role: IamRole.fromRoleArn(scope, `${id}ImportedRole`, role.attrArn, { mutable: false }),
    logGroup,
    // Metric filters look for words; JSON would put backslashes between them.
    loggingFormat: LoggingFormat.TEXT,
    memorySize: 512,
    timeout,
    environment,
  });
}
