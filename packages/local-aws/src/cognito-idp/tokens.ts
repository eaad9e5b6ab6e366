import { randomUUID } from "node:crypto";
import { userPool } from "@lectern/infra/policies";
import { errors, jwtVerify, SignJWT } from "jose";
import type { Clock } from "../http/service.ts";
import type { SigningKey } from "../iam/signing-key.ts";
import { REGION } from "../identifiers.ts";
import { notAuthorized } from "./exceptions.ts";
import { applyTrigger, type PreTokenGeneration, type TriggerSource } from "./pre-token-generation.ts";
import type { Session } from "./sessions.ts";
import type { User } from "./users.ts";

const TOKEN_LIFE_SECONDS = userPool.accessAndIdTokenHours * 3600;
/** What lets an access token call GetUser and the like. */
export const USER_SCOPE = "aws.cognito.signin.user.admin";

/** As on the wire, without RefreshToken. */
interface IssuedTokens {
  AccessToken: string;
  IdToken: string;
  ExpiresIn: number;
  TokenType: "Bearer";
}

export interface Tokens {
  /** @param nonce - what the id token answers, where managed login was asked with one */
  issue(user: User, session: Session, source: TriggerSource, nonce?: string): Promise<IssuedTokens>;
  /**
   * Whose access token this is, its session not yet looked at.
   * @throws AwsError NotAuthorizedException
   */
  readAccessToken(token: string): Promise<{ username: string; originJti: string; scopes: readonly string[] }>;
}

export interface TokensOptions {
  clock: Clock;
  key: SigningKey;
  userPoolId: string;
  clientId: string;
  preTokenGeneration: PreTokenGeneration;
}

export const issuerOf = (userPoolId: string): string => `https://cognito-idp.${REGION}.amazonaws.com/${userPoolId}`;

export function createTokens({ clock, key, userPoolId, clientId, preTokenGeneration }: TokensOptions): Tokens {
  const issuer = issuerOf(userPoolId);
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ kid: key.kid, alg: "RS256" }).sign(key.privateKey);

  return {
    async issue(user, session, source, nonce) {
      const iat = Math.floor(clock.now() / 1000);
      const common = {
        sub: user.sub,
        iss: issuer,
        origin_jti: session.originJti,
        event_id: randomUUID(),
        auth_time: Math.floor(session.signedInAt / 1000),
        exp: iat + TOKEN_LIFE_SECONDS,
        iat,
      };
      const idClaims = {
        ...common,
        aud: clientId,
        token_use: "id",
        "cognito:username": user.username,
        ...user.attributes,
        email: user.email,
        email_verified: user.emailVerified,
        ...(user.identities !== undefined && { identities: JSON.parse(user.identities) }),
        ...(nonce !== undefined && { nonce }),
        jti: randomUUID(),
      };
      const context = { region: REGION, userPoolId, clientId, source };
      const accessClaims = {
        ...common,
        client_id: clientId,
        token_use: "access",
        scope: session.scope ?? USER_SCOPE,
        username: user.username,
        jti: randomUUID(),
      };
      const [AccessToken, IdToken] = await Promise.all([
        sign(accessClaims),
        sign(await applyTrigger(preTokenGeneration, user, context, idClaims)),
      ]);
      return { AccessToken, IdToken, ExpiresIn: TOKEN_LIFE_SECONDS, TokenType: "Bearer" };
    },

    async readAccessToken(token) {
      const { payload } = await jwtVerify(token, key.publicKey, {
        issuer,
        algorithms: ["RS256"],
        currentDate: new Date(clock.now()),
      }).catch((error: unknown) => {
        throw notAuthorized(error instanceof errors.JWTExpired ? "Access Token has expired" : "Invalid Access Token");
      });
      const { token_use, username, origin_jti, scope } = payload;
      if (token_use !== "access" || typeof username !== "string" || typeof origin_jti !== "string") {
        throw notAuthorized("Invalid Access Token");
      }
      return { username, originJti: origin_jti, scopes: typeof scope === "string" ? scope.split(" ") : [] };
    },
  };
}
