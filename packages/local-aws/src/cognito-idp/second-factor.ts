import { AwsError } from "../http/service.ts";
import { type Challenge, readChallenge } from "./challenges.ts";
import {
  codeExpired,
  codeMismatch,
  invalidParameter,
  invalidSession,
  missingParameter,
  userDisabled,
} from "./exceptions.ts";
import { type Parameters, required } from "./input.ts";
import type { TriggerSource } from "./pre-token-generation.ts";
import { stepOf } from "./totp.ts";
import type { UserPool } from "./user-pool.ts";
import type { Factor, User } from "./users.ts";

/** Whether the pool has this factor. */
export const isDeployed = ({ settings }: UserPool, factor: Factor): boolean =>
  settings.secondFactor !== "off" && (factor !== "SMS_MFA" || settings.sms);

async function signedIn(pool: UserPool, user: User, source: TriggerSource) {
  if (user.disabled) throw userDisabled();
  const { session, refreshToken } = pool.sessions.start(user.username);
  const tokens = await pool.tokens.issue(user, session, source);
  return { AuthenticationResult: { ...tokens, RefreshToken: refreshToken }, ChallengeParameters: {} };
}

function ask(pool: UserPool, { username, attributes }: User, name: Factor, source: TriggerSource) {
  const Session = pool.challenges.issue({ name, username, source });
  if (name === "SOFTWARE_TOKEN_MFA") {
    return { ChallengeName: name, Session, ChallengeParameters: { USER_ID_FOR_SRP: username } };
  }
  const { DeliveryMedium, Destination } = pool.codes.send("sms", username, attributes.phone_number ?? "");
  return {
    ChallengeName: name,
    Session,
    ChallengeParameters: {
      USER_ID_FOR_SRP: username,
      CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
      CODE_DELIVERY_DESTINATION: Destination,
    },
  };
}

/** Tokens, or the question for the second factor, of who has proved the first. */
export async function afterFirstFactor(pool: UserPool, user: User, source: TriggerSource) {
  const { username } = user;
  const factors = user.factors.filter((factor) => isDeployed(pool, factor));
  const preferred = factors.find((factor) => factor === user.preferredFactor);
  const [first, ...others] = factors;
  if (first !== undefined && (preferred !== undefined || others.length === 0)) {
    return ask(pool, user, preferred ?? first, source);
  }
  if (first !== undefined) {
    return {
      ChallengeName: "SELECT_MFA_TYPE",
      Session: pool.challenges.issue({ name: "SELECT_MFA_TYPE", username, source }),
      ChallengeParameters: { USER_ID_FOR_SRP: username, MFAS_CAN_CHOOSE: JSON.stringify(factors) },
    };
  }
  if (pool.settings.secondFactor === "required") {
    return {
      ChallengeName: "MFA_SETUP",
      Session: pool.challenges.issue({ name: "MFA_SETUP", username, source }),
      ChallengeParameters: { USER_ID_FOR_SRP: username, MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    };
  }
  return signedIn(pool, user, source);
}

/**
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 * @throws AwsError SoftwareTokenMFANotFoundException
 */
export function requireAuthenticatorApps(pool: UserPool): void {
  if (isDeployed(pool, "SOFTWARE_TOKEN_MFA")) return;
  throw new AwsError("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
}

function checkTotp(pool: UserPool, { username, totp }: User, code: string): void {
  if (totp === undefined) {
    throw new AwsError("SoftwareTokenMFANotFoundException", "Software Token MFA does not exist for the user.");
  }
  const step = stepOf(totp.secret, code, pool.clock.now());
  if (step === undefined) throw codeMismatch("Invalid code received for user");
  if (step <= totp.usedStep) {
    throw codeExpired("Your software token has already been used once.");
  }
  pool.users.update(username, { totp: { ...totp, usedStep: step } });
}

function checkSms(pool: UserPool, { username }: User, code: string): void {
  try {
    pool.codes.take("sms", username, code);
  } catch (error) {
    if (!(error instanceof AwsError) || error.type !== "CodeMismatchException") throw error;
    throw codeMismatch("Invalid code or auth state for the user.");
  }
}

/** Answers SMS_MFA, SOFTWARE_TOKEN_MFA, SELECT_MFA_TYPE and MFA_SETUP. A wrong code leaves the session good. */
export async function answerSecondFactor(
  pool: UserPool,
  name: Exclude<Challenge["name"], "NEW_PASSWORD_REQUIRED">,
  responses: Parameters,
  session: string | undefined,
) {
  const userName = required(responses, "USERNAME");
  if (session === undefined) throw missingParameter("Session");
  const challenge = readChallenge(pool, session, name);
  const user = pool.users.find(userName);
  if (user?.username !== challenge.username) throw invalidSession();
  const done = () => pool.challenges.redeem(session);
  switch (name) {
    case "SOFTWARE_TOKEN_MFA":
      checkTotp(pool, user, required(responses, "SOFTWARE_TOKEN_MFA_CODE"));
      done();
      return signedIn(pool, user, challenge.source);
    case "SMS_MFA":
      checkSms(pool, user, required(responses, "SMS_MFA_CODE"));
      done();
      return signedIn(pool, user, challenge.source);
    case "SELECT_MFA_TYPE": {
      const answer = required(responses, "ANSWER");
      const chosen = user.factors.find((factor) => factor === answer && isDeployed(pool, factor));
      if (chosen === undefined) throw invalidParameter(`Invalid answer: ${answer}`);
      done();
      return ask(pool, user, chosen, challenge.source);
    }
    case "MFA_SETUP":
      if (!challenge.isSetUp) throw invalidParameter("User has not verified software token mfa");
      done();
      pool.users.update(user.username, { factors: ["SOFTWARE_TOKEN_MFA"], preferredFactor: "SOFTWARE_TOKEN_MFA" });
      return signedIn(pool, user, challenge.source);
  }
}
