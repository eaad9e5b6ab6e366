import * as v from "valibot";
import type { Cognito } from "../cognito.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Calls about an open session. Made without the library, which retries a revoked refresh token for six seconds and has no
 * timeout.
 */
export interface SessionCalls {
  /** @throws AuthError; `session-expired` when the refresh token is expired or revoked */
  refresh(refreshToken: string): Promise<Tokens>;
  /** GlobalSignOut. @throws AuthError */
  signOutEverywhere(accessToken: string): Promise<void>;
  /** RevokeToken. @throws AuthError */
  revoke(refreshToken: string): Promise<void>;
}

const refreshSchema = v.object({
  AuthenticationResult: v.object({
    AccessToken: v.string(),
    IdToken: v.string(),
    /** Present only where refresh tokens rotate. */
    RefreshToken: v.optional(v.string()),
  }),
});

export function createSessionCalls({ call, clientId }: Cognito): SessionCalls {
  return {
    async refresh(refreshToken) {
      const { AuthenticationResult } = await call(
        "refresh",
        "InitiateAuth",
        { AuthFlow: "REFRESH_TOKEN_AUTH", ClientId: clientId, AuthParameters: { REFRESH_TOKEN: refreshToken } },
        refreshSchema,
      );
      const { AccessToken, IdToken, RefreshToken } = AuthenticationResult;
      return { accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken ?? refreshToken };
    },
    async signOutEverywhere(accessToken) {
      await call("sign-out-everywhere", "GlobalSignOut", { AccessToken: accessToken }, v.unknown());
    },
    async revoke(refreshToken) {
      await call("refresh", "RevokeToken", { Token: refreshToken, ClientId: clientId }, v.unknown());
    },
  };
}
