import { browserStorage } from "../browser-storage.ts";
import type { ListenerConfiguration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError } from "../errors.ts";
import { createRenewing } from "../renewing.ts";
import { retrying } from "../retrying.ts";
import { browserClocks } from "../stopwatch.ts";
import { createCognitoIdentity } from "./cognito-identity.ts";
import { createRememberedIdentity } from "./remembered-identity.ts";
import { assumeGuestRole, GUEST_CREDENTIALS_SECONDS } from "./sts.ts";

export type GuestConfiguration = Pick<
  ListenerConfiguration,
  "region" | "identityPoolId" | "guestRoleArn" | "awsEndpoint"
>;

/** What the outside world is reached through; browser defaults for everything left out. */
export interface GuestEnvironment {
  /** Epoch ms; wrong by hours is fine. Give the session API's `serverNow` to follow a clock that tests move. Default `Date.now`. */
  now?: () => number;
  /** ms since some moment, never set back. Default `performance.now`. */
  monotonic?: () => number;
  /** [0, 1). Default `Math.random`. */
  random?: () => number;
  fetch?: typeof fetch;
  /** Where the identity's id is remembered. Default `localStorage`, if the browser lets us. */
  storage?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

/**
 * AWS credentials of an anonymous listener, by Cognito's classic flow: GetId, GetOpenIdToken, AssumeRoleWithWebIdentity.
 * The enhanced flow would refuse guests KVS whatever their role says (reference/aws.md §4).
 *
 * The returned function gives credentials good for another five minutes; callers share one request and its answer.
 * "fresh": others than before, because those were refused.
 * Failures that pass are tried again for some seconds.
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
  const random = environment.random ?? Math.random;
  const endpointOf = (service: string) => `${awsEndpoint ?? `https://${service}.${region}.amazonaws.com`}/`;
  const cognito = createCognitoIdentity(endpointOf("cognito-identity"), send);
  const identity = createRememberedIdentity(identityPoolId, environment.storage ?? browserStorage("localStorage"));

  async function openIdToken(): Promise<string> {
    const remembered = identity.recall();
    if (remembered !== null) {
      const token = await cognito.getOpenIdToken(remembered);
      if (token !== null) return token;
      // Deleted, or once used while signed in: such an identity can never be a guest again.
      identity.forget();
    }
    const fresh = await cognito.getId(identityPoolId);
    identity.remember(fresh);
    const token = await cognito.getOpenIdToken(fresh);
    if (token !== null) return token;
    identity.forget();
    throw new AuthError("guest-access-off", "GetOpenIdToken refused an identity that GetId had just given.");
  }

  const renewing = createRenewing(
    { now: environment.now ?? browserClocks.now, monotonic: environment.monotonic ?? browserClocks.monotonic },
    async () => {
      const value = await retrying(random, async () =>
        assumeGuestRole(endpointOf("sts"), send, guestRoleArn, await openIdToken()),
      );
      return { value, goodForMs: GUEST_CREDENTIALS_SECONDS * 1000 };
    },
  );
  return renewing.get;
}
