import { AwsError } from "../http/service.ts";
import { checkPassword } from "./password-policy.ts";
import { notAuthorized, required } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const ATTRIBUTE_PREFIX = "userAttributes.";

function checkAttributes(responses: Readonly<Record<string, string>>): void {
  const [name] = Object.keys(responses).filter((key) => key.startsWith(ATTRIBUTE_PREFIX));
  if (name === undefined) return;
  const attribute = name.slice(ATTRIBUTE_PREFIX.length);
  if (attribute === "email") throw notAuthorized("Cannot modify an already provided email");
  throw new AwsError("InvalidParameterException", `Attribute ${attribute} is not supported by local-aws.`);
}

/** Answers NEW_PASSWORD_REQUIRED: tokens. A password the policy refuses leaves the session good for another try. */
export async function answerNewPassword(
  pool: UserPool,
  responses: Readonly<Record<string, string>>,
  sessionKey: string | undefined,
) {
  const name = required(responses, "USERNAME");
  const password = required(responses, "NEW_PASSWORD");
  if (sessionKey === undefined) throw new AwsError("InvalidParameterException", "Missing required parameter Session");
  checkPassword(password);
  checkAttributes(responses);
  const taken = pool.newPasswordSessions.take(sessionKey);
  if (taken.status === "expired") throw notAuthorized("Invalid session for the user, session is expired.");
  if (taken.status === "unknown" || pool.users.find(name)?.username !== taken.value) {
    throw notAuthorized("Invalid session for the user.");
  }
  const user = pool.users.setPassword(taken.value, password, "CONFIRMED");
  const { session, refreshToken } = pool.sessions.start(user.username);
  const tokens = await pool.tokens.issue(user, session, "TokenGeneration_NewPasswordChallenge");
  return { AuthenticationResult: { ...tokens, RefreshToken: refreshToken }, ChallengeParameters: {} };
}
