import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { AwsError } from "../http/service.ts";
import { checkClient, parseInput } from "./input.ts";
import { accessToken, clientId, clientSecret } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ Token: accessToken, ClientId: clientId, ClientSecret: optional(clientSecret) });

/** Ends one session by its refresh token. An unknown token is no error (RFC 7009). */
export const revokeToken =
  (pool: UserPool): JsonOperation =>
  (body) => {
    const { Token, ClientId } = parseInput(input, body);
    checkClient(pool, ClientId);
    // Access and id tokens are JWTs; refresh tokens have no dot here.
    if (Token.includes(".")) throw new AwsError("UnsupportedTokenTypeException", "Unsupported token type");
    const session = pool.sessions.byRefreshToken(Token);
    if (session !== undefined) pool.sessions.revoke(({ originJti }) => originJti === session.originJti);
    return {};
  };
