/** Names on AWS. They are not in stacks/, so that a command that needs nothing but names does not load the CDK. */

/** An environment's stacks. Environments share none. */
export const stackNames = (environmentName: string) => ({
  kvsWebRtc: `lectern-${environmentName}-kvs-webrtc`,
  session: `lectern-${environmentName}-session`,
  web: `lectern-${environmentName}-web`,
  certificate: `lectern-${environmentName}-certificate`,
});

/** CloudFront takes certificates from this region only. */
export const CERTIFICATE_REGION = "us-east-1";

/** `npm run deploy` finds a User Pool that `npm run destroy` kept by its name. */
export const userPoolName = (environmentName: string): string => `lectern-${environmentName}`;

/** Of the Identity Pool, so that it can be found by name as well. */
export const identityPoolName = (environmentName: string): string => `lectern-${environmentName}`;

/** Outputs of the stacks. */
export type OutputName =
  | "CognitoUserPoolId"
  | "CognitoClientId"
  | "CognitoIdentityPoolId"
  | "GuestRoleArn"
  | "HttpApiUrl"
  | "WebSocketUrl"
  | "TableName"
  | "ReaperName"
  | "CertificateArn"
  | `${"Speaker" | "Listener"}${"Url" | "Bucket" | "Distribution" | "DistributionHost"}`;
export type Outputs = Partial<Record<OutputName, string>>;
