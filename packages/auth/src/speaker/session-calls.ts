import * as v from "valibot";
import { callJson } from "../aws-json.ts";
import type { Refusal } from "../aws-post.ts";
import { AuthError } from "../errors.ts";
import type { Tokens } from "./tokens.ts";
import { type UserPoolStep, userPoolError } from "./user-pool-errors.ts";

/**
 * What is done with a session once there is one. Straight to cognito-idp (reference/aws.md §6): the library would try
 * a revoked refresh token again for six seconds, and knows no timeout.
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

export function createSessionCalls(url: string, clientId: string, send: typeof fetch): SessionCalls {
  const call = <const S extends v.GenericSchema>(operation: string, input: object, schema: S) =>
    callJson(send, url, `AWSCognitoIdentityProviderService.${operation}`, input, schema);

  return {
    async refresh(refreshToken) {
      const { output, refusal } = await call(
        "InitiateAuth",
        { AuthFlow: "REFRESH_TOKEN_AUTH", ClientId: clientId, AuthParameters: { REFRESH_TOKEN: refreshToken } },
        refreshSchema,
      );
      if (output === undefined) throw translate("refresh", refusal);
      const { AccessToken, IdToken, RefreshToken } = output.AuthenticationResult;
      return { accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken ?? refreshToken };
    },
    async signOutEverywhere(accessToken) {
      const { refusal } = await call("GlobalSignOut", { AccessToken: accessToken }, v.unknown());
      if (refusal !== undefined) throw translate("sign-out-everywhere", refusal);
    },
    async revoke(refreshToken) {
      const { refusal } = await call("RevokeToken", { Token: refreshToken, ClientId: clientId }, v.unknown());
      if (refusal !== undefined) throw translate("refresh", refusal);
    },
  };
}

function translate(step: UserPoolStep, { type, message, status }: Refusal): AuthError {
  if (type === "" && status === 429) return new AuthError("throttled", `Cognito refused (${step}): HTTP 429.`);
  return userPoolError(step, type, message);
}
