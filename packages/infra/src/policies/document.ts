type OneOrMany = string | readonly string[];

/** One statement of an IAM policy, in the JSON AWS takes. Only the elements Lectern uses. */
export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Action: OneOrMany;
  /** Absent in trust policies. */
  Resource?: OneOrMany;
  /** Trust policies only. */
  Principal?: Record<string, OneOrMany>;
  /** Operator → condition key → values. */
  Condition?: Record<string, Record<string, OneOrMany>>;
}

export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: readonly Statement[];
}

/** A role: who may assume it, what it may do, and for how long (seconds) a session of it may last. */
export interface Role {
  trust: PolicyDocument;
  permissions: PolicyDocument;
  maxSessionSeconds: number;
}

/** Where the documents apply. */
export interface Deployment {
  region: string;
  account: string;
  /** `[a-z0-9]{1,16}`: no environment's name can be the beginning of another's channel name. */
  environmentName: string;
  /** `region:guid`. */
  identityPoolId: string;
  /** ARN of the one table. */
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
