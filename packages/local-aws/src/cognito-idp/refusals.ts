import { AwsError } from "../http/service.ts";
import type { UserPool } from "./user-pool.ts";

export const notAuthorized = (message: string): AwsError => new AwsError("NotAuthorizedException", message);

export const invalidParameter = (message: string): AwsError => new AwsError("InvalidParameterException", message);

/** The one answer to a wrong password and to an unknown user. */
export const wrongCredentials = (): AwsError => notAuthorized("Incorrect username or password.");

export const userDisabled = (): AwsError => notAuthorized("User is disabled.");

export const rateExceeded = (): AwsError => new AwsError("TooManyRequestsException", "Rate exceeded");

/** One user did the same too often within the hour. */
export const limitExceeded = (): AwsError =>
  new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");

/** @throws AwsError InvalidParameterException */
export function required(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (!value) throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}

/** @throws AwsError ResourceNotFoundException */
export function checkClient({ clientId }: UserPool, given: string): void {
  if (given !== clientId) throw new AwsError("ResourceNotFoundException", `User pool client ${given} does not exist.`);
}
