import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { AwsError } from "../http/service.ts";
import { userOf } from "./access.ts";
import { readChallenge } from "./challenges.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { requireAuthenticatorApps } from "./second-factor.ts";
import { accessToken, anyText, session, softwareTokenCode } from "./shapes.ts";
import { stepOf } from "./totp.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  AccessToken: optional(accessToken),
  Session: optional(session),
  UserCode: softwareTokenCode,
  FriendlyDeviceName: optional(anyText),
});

/** The first code of the new key. It takes effect for a signed-in user by SetUserMFAPreference, in MFA_SETUP at once. */
export const verifySoftwareToken =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, Session, UserCode } = parseInput(input, body);
    requireAuthenticatorApps(pool);
    const verify = (username: string) => {
      const secret = pool.newTotpSecrets.get(username);
      if (secret === undefined) throw invalidParameter("User has not set up software token mfa");
      const usedStep = stepOf(secret, UserCode, pool.clock.now());
      if (usedStep === undefined) {
        throw new AwsError("EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");
      }
      pool.newTotpSecrets.delete(username);
      return pool.users.update(username, { totp: { secret, usedStep } });
    };
    if (AccessToken !== undefined) {
      verify((await userOf(pool, AccessToken)).username);
      return { Status: "SUCCESS" };
    }
    if (Session === undefined) throw invalidParameter("AccessToken or Session must be present in the request");
    const challenge = readChallenge(pool, Session, "MFA_SETUP");
    verify(challenge.username);
    pool.challenges.redeem(Session);
    return { Status: "SUCCESS", Session: pool.challenges.issue({ ...challenge, isSetUp: true }) };
  };
