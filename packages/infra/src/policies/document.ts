type OneOrMany = string | readonly string[];

/** One statement of an IAM policy, as JSON. Only the elements Lectern uses. */
export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Action: OneOrMany;
  /** Not in trust policies. */
  Resource?: OneOrMany;
  /** Only in trust policies. */
  Principal?: Record<string, OneOrMany>;
  /** Operator → condition key → values. */
  Condition?: Record<string, Record<string, OneOrMany>>;
}

export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: readonly Statement[];
}

/** Who may assume a role, what it may do, and how long a session of it may last. */
export interface Role {
  trust: PolicyDocument;
  permissions: PolicyDocument;
  maxSessionSeconds: number;
}

/** Where the policies apply. */
export interface Deployment {
  region: string;
  account: string;
  /** `[a-z0-9]{1,16}`, so that no environment's channel names begin like another's. */
  environmentName: string;
  /** `region:guid`. */
  identityPoolId: string;
  /** The DynamoDB table's. */
  tableArn: string;
  /** `arn:aws:execute-api:region:account:apiId`. */
  webSocketApiArn: string;
}

/** Every ARN of this environment's channels. IAM's `*` also crosses "/", so this covers the creation time that ends an ARN. */
export const channelsOf = ({
  region,
  account,
  environmentName,
}: Pick<Deployment, "region" | "account" | "environmentName">): string =>
  `arn:aws:kinesisvideo:${region}:${account}:channel/lectern-${environmentName}-*/*`;
