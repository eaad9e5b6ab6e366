import { timingSafeEqual } from "node:crypto";
import { AwsError } from "../http/service.ts";
import { notAuthorized, required, userDisabled, wrongCredentials } from "./refusals.ts";
import { claimSignature, sessionKey } from "./srp.ts";
import type { SrpExchange, UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

/** Cognito's default for temporary passwords. */
const TEMPORARY_PASSWORD_LIFE_MS = 7 * 24 * 3600_000;

/** `Tue Sep 1 09:05:03 UTC 2026`: English, the day of the month not padded. */
const TIMESTAMP =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}$/;

function proves(pool: UserPool, exchange: SrpExchange, responses: Readonly<Record<string, string>>): boolean {
  const { user, A, keys } = exchange;
  const block = required(responses, "PASSWORD_CLAIM_SECRET_BLOCK");
  const identity = { poolName: pool.poolName, userId: user.username };
  const expected = claimSignature(
    sessionKey(A, keys, user.verifier),
    identity,
    Buffer.from(block, "base64"),
    required(responses, "TIMESTAMP"),
  );
  const given = Buffer.from(required(responses, "PASSWORD_CLAIM_SIGNATURE"), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function newPasswordChallenge(pool: UserPool, user: User) {
  if (user.passwordSetAt + TEMPORARY_PASSWORD_LIFE_MS <= pool.clock.now()) {
    throw notAuthorized("Temporary password has expired and must be reset by an administrator.");
  }
  return {
    ChallengeName: "NEW_PASSWORD_REQUIRED",
    Session: pool.newPasswordSessions.keep(user.username),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: "[]",
      userAttributes: JSON.stringify({ email_verified: "true", email: user.email }),
    },
  };
}

/** Answers PASSWORD_VERIFIER: tokens, or the next challenge. @throws AwsError NotAuthorizedException */
export async function verifyPassword(pool: UserPool, responses: Readonly<Record<string, string>>) {
  const name = required(responses, "USERNAME");
  if (!TIMESTAMP.test(required(responses, "TIMESTAMP"))) {
    throw new AwsError("InvalidParameterException", "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
  }
  required(responses, "PASSWORD_CLAIM_SIGNATURE");
  const taken = pool.exchanges.take(required(responses, "PASSWORD_CLAIM_SECRET_BLOCK"));
  if (taken.status === "expired") throw notAuthorized("Invalid session for the user, session is expired.");
  if (taken.status === "unknown") throw wrongCredentials();
  const exchange = taken.value;
  if (name !== exchange.user.username) throw wrongCredentials();

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
  if (user.status === "FORCE_CHANGE_PASSWORD") return newPasswordChallenge(pool, user);
  const { session, refreshToken } = pool.sessions.start(user.username);
  const tokens = await pool.tokens.issue(user, session, "TokenGeneration_Authentication");
  return { AuthenticationResult: { ...tokens, RefreshToken: refreshToken }, ChallengeParameters: {} };
}
