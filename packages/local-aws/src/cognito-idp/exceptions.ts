import { AwsError } from "../http/service.ts";

export const notAuthorized = (message: string): AwsError => new AwsError("NotAuthorizedException", message);

export const invalidParameter = (message: string): AwsError => new AwsError("InvalidParameterException", message);

/** @param name - of a parameter that was left out */
export const missingParameter = (name: string): AwsError => invalidParameter(`Missing required parameter ${name}`);

export const notFound = (message: string): AwsError => new AwsError("ResourceNotFoundException", message);

/** The one answer to a wrong password and to an unknown user. */
export const wrongCredentials = (): AwsError => notAuthorized("Incorrect username or password.");

export const userDisabled = (): AwsError => notAuthorized("User is disabled.");

export const invalidSession = (): AwsError => notAuthorized("Invalid session for the user.");

export const sessionExpired = (): AwsError => notAuthorized("Invalid session for the user, session is expired.");

/** The account's quota of a second is used up. */
export const tooManyRequests = (): AwsError => new AwsError("TooManyRequestsException", "Rate exceeded");

/** One user did the same too often within the hour. */
export const limitExceeded = (): AwsError =>
  new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");

export const codeMismatch = (message = "Invalid verification code provided, please try again."): AwsError =>
  new AwsError("CodeMismatchException", message);

export const codeExpired = (message = "Invalid code provided, please request a code again."): AwsError =>
  new AwsError("ExpiredCodeException", message);

export const aliasExists = (): AwsError =>
  new AwsError("AliasExistsException", "An account with the email already exists.");
