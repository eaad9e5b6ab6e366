import { boolean, type InferOutput, object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { isDeployed } from "./second-factor.ts";
import { accessToken } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";
import type { Factor, User } from "./users.ts";

const onOff = object({ Enabled: optional(boolean(), false) });
const settings = object({ ...onOff.entries, PreferredMfa: optional(boolean(), false) });
export const mfaSettings = {
  SMSMfaSettings: optional(settings),
  SoftwareTokenMfaSettings: optional(settings),
  EmailMfaSettings: optional(settings),
  WebAuthnMfaSettings: optional(onOff),
};
const mfaSettingsSchema = object(mfaSettings);
const input = object({ AccessToken: accessToken, ...mfaSettings });

const cannotTurnOn = (factor: string) =>
  invalidParameter(`User does not have delivery config set to turn on ${factor}`);

function requireUsable(pool: UserPool, user: User, factor: Factor): void {
  if (!isDeployed(pool, factor)) throw cannotTurnOn(factor);
  if (factor === "SOFTWARE_TOKEN_MFA" && user.totp === undefined) {
    throw invalidParameter("User has not verified software token mfa");
  }
  if (factor === "SMS_MFA" && user.attributes.phone_number_verified !== "true") throw cannotTurnOn(factor);
}

/** Switches second factors of a user on and off; one that is not named stays as it is. @throws AwsError InvalidParameterException */
export function setFactors(pool: UserPool, user: User, given: InferOutput<typeof mfaSettingsSchema>): void {
  // The pool has neither, whoever asks.
  if (given.EmailMfaSettings?.Enabled) throw cannotTurnOn("EMAIL_OTP");
  if (given.WebAuthnMfaSettings?.Enabled) throw cannotTurnOn("WEB_AUTHN");
  const wishes = [
    ["SMS_MFA", given.SMSMfaSettings],
    ["SOFTWARE_TOKEN_MFA", given.SoftwareTokenMfaSettings],
  ] as const;
  if (wishes.filter(([, wanted]) => wanted?.Enabled && wanted.PreferredMfa).length > 1) {
    throw invalidParameter("Only one MFA factor can be preferred.");
  }
  const factors = new Set(user.factors);
  let preferred = user.preferredFactor;
  for (const [factor, wanted] of wishes) {
    if (wanted === undefined) continue;
    if (wanted.Enabled) {
      requireUsable(pool, user, factor);
      factors.add(factor);
    } else {
      factors.delete(factor);
    }
    if (wanted.PreferredMfa && wanted.Enabled) preferred = factor;
    else if (preferred === factor) preferred = undefined;
  }
  pool.users.update(user.username, { factors: [...factors], preferredFactor: preferred });
}

export const setUserMfaPreference =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, ...given } = parseInput(input, body);
    setFactors(pool, await userOf(pool, AccessToken), given);
    return {};
  };
