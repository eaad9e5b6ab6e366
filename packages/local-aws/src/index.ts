/** AWS on a laptop: what Lectern uses of Cognito, STS, Kinesis Video Streams, API Gateway and DynamoDB, with AWS's refusals. */
export type { SessionFunctions } from "./api-gateway/session-functions.ts";
export { type Certificate, makeCertificate } from "./certificate.ts";
export { LocalAwsError, type LocalAwsErrorCode } from "./errors.ts";
export type { LocalAwsOptions } from "./options.ts";
export type { Settings } from "./settings.ts";
export { type LocalAws, startLocalAws } from "./start.ts";
export { removeData } from "./storage/remove-data.ts";
