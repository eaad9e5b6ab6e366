import { userPool } from "@lectern/infra/policies";
import { DAY_MS } from "@lectern/primitives";
import { attributesOf, readAttributes, requireAttributes } from "./attributes.ts";
import { readChallenge } from "./challenges.ts";
import { invalidSession, missingParameter, notAuthorized } from "./exceptions.ts";
import { type Parameters, required } from "./input.ts";
import { checkPassword } from "./password-policy.ts";
import { afterFirstFactor } from "./second-factor.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

const TEMPORARY_PASSWORD_LIFE_MS = userPool.temporaryPasswordDays * DAY_MS;
const PREFIX = "userAttributes.";

/** What the account must have and has not yet. */
const missing = ({ settings }: UserPool, { attributes }: User): string[] =>
  settings.requiredAttributes.filter((name) => !attributes[name]);

/** @throws AwsError NotAuthorizedException when the temporary password is too old. */
export function newPasswordChallenge(pool: UserPool, user: User) {
  if (user.passwordSetAt + TEMPORARY_PASSWORD_LIFE_MS <= pool.clock.now()) {
    throw notAuthorized("Temporary password has expired and must be reset by an administrator.");
  }
  const { sub: _, ...userAttributes } = attributesOf(user);
  return {
    ChallengeName: "NEW_PASSWORD_REQUIRED",
    Session: pool.challenges.issue({
      name: "NEW_PASSWORD_REQUIRED",
      username: user.username,
      source: "TokenGeneration_NewPasswordChallenge",
    }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing(pool, user).map((name) => PREFIX + name)),
      userAttributes: JSON.stringify(userAttributes),
    },
  };
}

/** Answers NEW_PASSWORD_REQUIRED. A password or attribute that is refused leaves the session good for another try. */
export async function answerNewPassword(pool: UserPool, responses: Parameters, session: string | undefined) {
  const name = required(responses, "USERNAME");
  const password = required(responses, "NEW_PASSWORD");
  if (session === undefined) throw missingParameter("Session");
  checkPassword(password);
  const { username, source } = readChallenge(pool, session, "NEW_PASSWORD_REQUIRED");
  const user = pool.users.find(name);
  if (user?.username !== username) throw invalidSession();
  const written = Object.entries(responses).filter(([key]) => key.startsWith(PREFIX));
  const { email, ...given } = readAttributes(
    written.map(([key, Value]) => ({ Name: key.slice(PREFIX.length), Value })),
    pool.settings,
  );
  if (email !== undefined) throw notAuthorized("Cannot modify an already provided email");
  const attributes = { ...user.attributes, ...given };
  requireAttributes(pool.settings.requiredAttributes, attributes);
  pool.challenges.redeem(session);
  pool.users.update(username, { attributes });
  return afterFirstFactor(pool, pool.users.setPassword(username, password, "CONFIRMED"), source);
}
