import { browserTiming, type KeyValueStorage, type Timing } from "@lectern/primitives";
import type { ListenerConfiguration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError } from "../errors.ts";
import { createExpiringValue } from "../expiring-value.ts";
import { retry } from "../retry.ts";
import { createCognitoIdentity } from "./cognito-identity.ts";
import { createRememberedIdentity } from "./remembered-identity.ts";
import { assumeGuestRole, GUEST_CREDENTIALS_SECONDS } from "./sts.ts";

export type GuestConfiguration = Pick<
  ListenerConfiguration,
  "region" | "identityPoolId" | "guestRoleArn" | "awsEndpoint"
>;

/** What the outside world is reached through; browser defaults for everything left out. */
export interface GuestEnvironment extends Partial<Timing> {
  fetch?: typeof fetch;
  /** Where the identity's id is remembered. Default `localStorage`, if the browser lets us. */
  storage?: KeyValueStorage;
}

/**
 * AWS credentials of an anonymous listener, by Cognito's classic flow: GetId, GetOpenIdToken, AssumeRoleWithWebIdentity.
 * The enhanced flow would refuse guests KVS whatever their role says (reference/aws.md §4).
 *
 * The returned function gives credentials good for another five minutes; callers share one request and its answer.
 * "fresh": others than before, because those were refused.
 * Retryable failures are retried for some seconds.
 *
 * @throws AuthError `guest-access-off`, `classic-flow-off`, `identity-pool-not-found`, `identity-pool-invalid`,
 *   `guest-role-refused`, `throttled`, `network`, `unavailable`
 */
export function createGuestCredentials(
  configuration: GuestConfiguration,
  environment: GuestEnvironment = {},
): (fresh?: "fresh") => Promise<AwsCredentials> {
  const { region, identityPoolId, guestRoleArn, awsEndpoint } = configuration;
  const send: typeof fetch = environment.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const timing = { ...browserTiming, ...environment };
  const endpointOf = (service: string) => `${awsEndpoint ?? `https://${service}.${region}.amazonaws.com`}/`;
  const cognito = createCognitoIdentity(endpointOf("cognito-identity"), send);
  const identity = createRememberedIdentity(identityPoolId, environment.storage);

  async function openIdToken(): Promise<string> {
    const remembered = identity.recall();
    if (remembered !== null) {
      const token = await cognito.getOpenIdToken(remembered);
      if (token !== null) return token;
      // The identity was deleted, or was used by somebody signed in; either way it can never be a guest again.
      identity.forget();
    }
    const fresh = await cognito.getId(identityPoolId);
    identity.remember(fresh);
    const token = await cognito.getOpenIdToken(fresh);
    if (token !== null) return token;
    identity.forget();
    throw new AuthError("guest-access-off", "GetOpenIdToken refused an identity that GetId had just given.");
  }

  const cached = createExpiringValue(timing, async () => {
    const value = await retry(timing, async () =>
      assumeGuestRole(endpointOf("sts"), send, guestRoleArn, await openIdToken()),
    );
    return { value, goodForMs: GUEST_CREDENTIALS_SECONDS * 1000 };
  });
  return cached.get;
}
