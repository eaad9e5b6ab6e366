import { AwsError } from "../http/service.ts";
import { notAuthorized, userDisabled } from "./exceptions.ts";
import type { UserPool } from "./user-pool.ts";

/**
 * New tokens for a refresh token that is still good.
 * @throws AwsError NotAuthorizedException, RefreshTokenReuseException
 */
export async function refresh(pool: UserPool, refreshToken: string) {
  if (pool.sessions.isReplaced(refreshToken)) {
    throw new AwsError("RefreshTokenReuseException", "Refresh token has been rotated already.");
  }
  const session = pool.sessions.byRefreshToken(refreshToken);
  if (session === undefined) throw notAuthorized("Invalid Refresh Token");
  if (session.revoked) throw notAuthorized("Refresh Token has been revoked");
  if (session.expiresAt <= pool.clock.now()) throw notAuthorized("Refresh Token has expired");
  const user = pool.users.find(session.username);
  if (user === undefined) throw notAuthorized("Invalid Refresh Token");
  if (user.disabled) throw userDisabled();
  return { session, tokens: await pool.tokens.issue(user, session, "TokenGeneration_RefreshTokens") };
}
