import type { ListenerConfiguration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError } from "../errors.ts";

export type GuestConfiguration = Pick<
  ListenerConfiguration,
  "region" | "identityPoolId" | "guestRoleArn" | "awsEndpoint"
>;

/** What the outside world is reached through; browser defaults for everything left out. */
export interface GuestEnvironment {
  /** Epoch ms of this device. Default `Date.now`. */
  now?: () => number;
  /** [0, 1). Default `Math.random`. */
  random?: () => number;
  fetch?: typeof fetch;
  /** Where the identity's id is remembered. Default `localStorage`, if the browser lets us. */
  storage?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

export function createGuestCredentials(
  _configuration: GuestConfiguration,
  _environment: GuestEnvironment = {},
): () => Promise<AwsCredentials> {
  return () => Promise.reject(new AuthError("unavailable", "Not written yet."));
}
