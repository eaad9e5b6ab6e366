import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { readChallenge } from "./challenges.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { requireAuthenticatorApps } from "./second-factor.ts";
import { accessToken, session } from "./shapes.ts";
import { newSecret } from "./totp.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: optional(accessToken), Session: optional(session) });

/** A new key for an authenticator app; one that is in use goes on until the new one is verified. */
export const associateSoftwareToken =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, Session } = parseInput(input, body);
    requireAuthenticatorApps(pool);
    const SecretCode = newSecret();
    if (AccessToken !== undefined) {
      pool.newTotpSecrets.set((await userOf(pool, AccessToken)).username, SecretCode);
      return { SecretCode };
    }
    if (Session === undefined) throw invalidParameter("AccessToken or Session must be present in the request");
    const challenge = readChallenge(pool, Session, "MFA_SETUP");
    pool.newTotpSecrets.set(challenge.username, SecretCode);
    pool.challenges.redeem(Session);
    return { SecretCode, Session: pool.challenges.issue(challenge) };
  };
