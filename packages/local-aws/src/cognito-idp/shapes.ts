import { object, optional } from "valibot";
import { listOf, mapOf, oneOf, text } from "../http/model.ts";

/**
 * Members of the User Pool's operations, as the API's published model bounds them.
 * @see https://github.com/boto/botocore botocore/data/cognito-idp/2016-04-18/service-2.json
 */
/** Told in refusals, although the model calls it sensitive (boto3#3581). */
export const clientId = text({ min: 1, max: 128, pattern: "[\\w+]+" });
export const username = text({ min: 1, max: 128, pattern: "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+", secret: true });
/** The model's own pattern is older; this one is what the service says (cds-snc/platform-forms-client#5635). */
export const password = text({ max: 256, pattern: "^[\\S]+.*[\\S]+$", secret: true });
export const confirmationCode = text({ min: 1, max: 2048, pattern: "[\\S]+" });
export const accessToken = text({ pattern: "[A-Za-z0-9-_=.]+", secret: true });
export const session = text({ min: 20, max: 2048, secret: true });
export const softwareTokenCode = text({ min: 6, max: 6, pattern: "[0-9]+", secret: true });
export const userPoolId = text({ min: 1, max: 55, pattern: "[\\w-]+_[0-9a-zA-Z]+" });
export const attributeName = text({ min: 1, max: 32, pattern: "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+" });
export const anyText = text({ max: 131_072 });
export const parameters = mapOf({}, { max: 131_072 });
export const attributes = listOf(
  object({ Name: attributeName, Value: optional(text({ max: 2048, secret: true }), "") }),
);
/** Of an app client that has one: the pool's has none, so it counts for nothing. */
export const clientSecret = text({ min: 24, max: 64, pattern: "[\\w+]+", secret: true });
/** What may come with a call, for features the pool has not. */
export const context = {
  ClientMetadata: optional(parameters),
  AnalyticsMetadata: optional(object({ AnalyticsEndpointId: optional(anyText) })),
  UserContextData: optional(object({ IpAddress: optional(anyText), EncodedData: optional(anyText) })),
};
/** The same, of a call that names the app client. */
export const clientContext = {
  ...context,
  SecretHash: optional(text({ min: 1, max: 128, pattern: "[\\w+=/]+", secret: true })),
};
export const authFlow = oneOf(
  ...(["USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH"] as const),
  ...(["USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH"] as const),
);
export const challengeName = oneOf(
  ...(["SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "MFA_SETUP", "PASSWORD_VERIFIER"] as const),
  ...(["CUSTOM_CHALLENGE", "SELECT_CHALLENGE", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER"] as const),
  ...(["ADMIN_NO_SRP_AUTH", "NEW_PASSWORD_REQUIRED", "SMS_OTP", "PASSWORD", "WEB_AUTHN", "PASSWORD_SRP"] as const),
);
