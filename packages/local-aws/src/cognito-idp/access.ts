import { object } from "valibot";
import { AwsError } from "../http/service.ts";
import { notAuthorized } from "./exceptions.ts";
import { accessToken as token } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

export const withAccessToken = object({ AccessToken: token });

/**
 * Whose access token this is.
 * @throws AwsError NotAuthorizedException, UserNotFoundException
 */
export async function userOf(pool: UserPool, accessToken: string): Promise<User> {
  const { username, originJti } = await pool.tokens.readAccessToken(accessToken);
  const user = pool.users.find(username);
  if (user === undefined) throw new AwsError("UserNotFoundException", "User does not exist.");
  const session = pool.sessions.byOriginJti(originJti);
  if (session === undefined || session.revoked) throw notAuthorized("Access Token has been revoked");
  return user;
}
