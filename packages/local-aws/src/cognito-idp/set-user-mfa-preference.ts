import { boolean, object, optional, string } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import type { UserPool } from "./user-pool.ts";
import type { Factor, User } from "./users.ts";

const settings = object({ Enabled: optional(boolean(), false), PreferredMfa: optional(boolean(), false) });
const input = object({
  AccessToken: string(),
  SMSMfaSettings: optional(settings),
  SoftwareTokenMfaSettings: optional(settings),
});

function canUse(user: User, factor: Factor): void {
  if (factor === "SOFTWARE_TOKEN_MFA" && user.totp === undefined) {
    throw invalidParameter("User has not verified software token mfa");
  }
  if (factor === "SMS_MFA" && user.attributes.phone_number_verified !== "true") {
    throw invalidParameter("User does not have delivery config set to turn on SMS_MFA");
  }
}

/** Switches second factors on and off; one that is not named stays as it is. */
export const setUserMfaPreference =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, SMSMfaSettings, SoftwareTokenMfaSettings } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const factors = new Set(user.factors);
    let preferred = user.preferredFactor;
    for (const [factor, wanted] of [
      ["SMS_MFA", SMSMfaSettings],
      ["SOFTWARE_TOKEN_MFA", SoftwareTokenMfaSettings],
    ] as const) {
      if (wanted === undefined) continue;
      if (wanted.Enabled) {
        canUse(user, factor);
        factors.add(factor);
      } else {
        factors.delete(factor);
      }
      if (wanted.PreferredMfa && wanted.Enabled) preferred = factor;
      else if (preferred === factor) preferred = undefined;
    }
    pool.users.update(user.username, { factors: [...factors], preferredFactor: preferred });
    return {};
  };
