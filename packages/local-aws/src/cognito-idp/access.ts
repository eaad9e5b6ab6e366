import { object } from "valibot";
import { AwsError } from "../http/service.ts";
import { notAuthorized } from "./exceptions.ts";
import { accessToken as token } from "./shapes.ts";
import { USER_SCOPE } from "./tokens.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

export const withAccessToken = object({ AccessToken: token });

/**
 * Whose access token this is. One of managed login must have been asked for with the scope that the operations need; one
 * of a user who is switched off is revoked.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
 * @throws AwsError NotAuthorizedException, UserNotFoundException
 */
export async function userOf(pool: UserPool, accessToken: string): Promise<User> {
  const { username, originJti, scopes } = await pool.tokens.readAccessToken(accessToken);
  const user = pool.users.find(username);
  if (user === undefined) throw new AwsError("UserNotFoundException", "User does not exist.");
  const session = pool.sessions.byOriginJti(originJti);
  if (session === undefined || session.revoked || user.disabled) {
    throw notAuthorized("Access Token has been revoked");
  }
  if (!scopes.includes(USER_SCOPE)) throw notAuthorized("Access Token does not have required scopes");
  return user;
}
