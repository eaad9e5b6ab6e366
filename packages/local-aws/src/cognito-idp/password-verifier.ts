import { timingSafeEqual } from "node:crypto";
import { AwsError } from "../http/service.ts";
import { invalidParameter, sessionExpired, userDisabled, wrongCredentials } from "./exceptions.ts";
import { type Parameters, required } from "./input.ts";
import { newPasswordChallenge } from "./new-password.ts";
import { afterFirstFactor } from "./second-factor.ts";
import { claimSignature, sessionKey } from "./srp.ts";
import type { SrpExchange, UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

const TIMESTAMP =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} \d\d:\d\d:\d\d UTC \d{4}$/;

/**
 * As Cognito signs it, `Tue Sep 1 09:05:03 UTC 2026`, whatever the caller wrote: a padded day or a wrong weekday makes
 * another signature (measured on AWS, ministack#1758).
 */
function canonical(timestamp: string): string {
  const [, month, day, time, zone, year] = timestamp.split(" ");
  const date = new Date(`${month} ${day} ${year} ${time} ${zone}`);
  const [weekday = ""] = date.toUTCString().split(",");
  return `${weekday} ${month} ${date.getUTCDate()} ${time} ${zone} ${year}`;
}

function proves(pool: UserPool, exchange: SrpExchange, responses: Parameters): boolean {
  const { user, A, keys } = exchange;
  const block = required(responses, "PASSWORD_CLAIM_SECRET_BLOCK");
  const identity = { poolName: pool.poolName, userId: user.username };
  const expected = claimSignature(
    sessionKey(A, keys, user.verifier),
    identity,
    Buffer.from(block, "base64"),
    canonical(required(responses, "TIMESTAMP")),
  );
  const given = Buffer.from(required(responses, "PASSWORD_CLAIM_SIGNATURE"), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const notConfirmed = () => new AwsError("UserNotConfirmedException", "User is not confirmed.");

/** What the account's status has to say of who proved its password. */
async function proceed(pool: UserPool, user: User) {
  switch (user.status) {
    case "UNCONFIRMED":
      throw notConfirmed();
    case "RESET_REQUIRED":
      throw new AwsError("PasswordResetRequiredException", "Password reset required for the user");
    case "FORCE_CHANGE_PASSWORD":
      return newPasswordChallenge(pool, user);
    case "CONFIRMED":
      return afterFirstFactor(pool, user, "TokenGeneration_Authentication");
    case "EXTERNAL_PROVIDER":
      throw wrongCredentials();
  }
}

/** Answers PASSWORD_VERIFIER: tokens, or the next challenge. @throws AwsError NotAuthorizedException */
export async function verifyPassword(pool: UserPool, responses: Parameters) {
  const name = required(responses, "USERNAME");
  if (!TIMESTAMP.test(required(responses, "TIMESTAMP"))) {
    throw invalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
  }
  required(responses, "PASSWORD_CLAIM_SIGNATURE");
  const taken = pool.exchanges.redeem(required(responses, "PASSWORD_CLAIM_SECRET_BLOCK"));
  if (taken.status === "expired") throw sessionExpired();
  if (taken.status === "unknown") throw wrongCredentials();
  const exchange = taken.value;
  if (name !== exchange.user.username) throw wrongCredentials();

  const { unconfirmedUsers } = pool.settings;
  if (unconfirmedUsers === "told" && pool.users.find(name)?.status === "UNCONFIRMED") throw notConfirmed();
  pool.attempts.check(name);
  if (!proves(pool, exchange, responses)) {
    pool.attempts.failed(name);
    throw wrongCredentials();
  }
  pool.attempts.succeeded(name);
  // The account as it is now: its password may have been replaced since the exchange began, and a false user has none.
  const user = pool.users.find(name);
  if (user === undefined || user.verifier !== exchange.user.verifier) throw wrongCredentials();
  if (user.disabled) throw userDisabled();
  return proceed(pool, user);
}
