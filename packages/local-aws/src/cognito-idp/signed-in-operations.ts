import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { AwsError } from "../http/service.ts";
import { checkClient, notAuthorized } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

const withAccessToken = object({ AccessToken: string() });

async function userOf(pool: UserPool, accessToken: string): Promise<User> {
  const { username, originJti } = await pool.tokens.readAccessToken(accessToken);
  const session = pool.sessions.byOriginJti(originJti);
  if (session === undefined || session.revoked) throw notAuthorized("Access Token has been revoked");
  const user = pool.users.find(username);
  if (user === undefined) throw new AwsError("UserNotFoundException", "User does not exist.");
  return user;
}

export const getUser =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const user = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    return {
      Username: user.username,
      UserAttributes: [
        { Name: "sub", Value: user.sub },
        { Name: "email_verified", Value: "true" },
        { Name: "email", Value: user.email },
      ],
    };
  };

/** Ends every session of the user. Tokens already issued stay valid to whoever only checks their signature. */
export const globalSignOut =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { username } = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    pool.sessions.revoke((session) => session.username === username);
    return {};
  };

const revokeInput = object({ Token: string(), ClientId: string() });

/** Ends one session by its refresh token. An unknown token is no error (RFC 7009). */
export const revokeToken =
  (pool: UserPool): JsonOperation =>
  (body) => {
    const { Token, ClientId } = parseInput(revokeInput, body);
    checkClient(pool, ClientId);
    // Access and id tokens are JWTs; refresh tokens hold no dot here.
    if (Token.includes(".")) throw new AwsError("UnsupportedTokenTypeException", "Unsupported token type");
    const session = pool.sessions.byRefreshToken(Token);
    if (session !== undefined) pool.sessions.revoke(({ originJti }) => originJti === session.originJti);
    return {};
  };
