import { decodeJwt, errors, jwtVerify } from "jose";
import { notAuthorized } from "../cognito-idp/exceptions.ts";
import { issuerOf } from "../cognito-idp/tokens.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { AwsError } from "../http/service.ts";
import { REGION } from "../identifiers.ts";

/** Who a login proved to be. */
export interface Login {
  provider: string;
  sub: string;
  claims: Readonly<Record<string, unknown>>;
}

const providerOf = ({ userPoolId }: UserPool): string => `cognito-idp.${REGION}.amazonaws.com/${userPoolId}`;

function translate(error: unknown, token: string, now: number): AwsError {
  if (error instanceof errors.JWTExpired) {
    return notAuthorized(`Invalid login token. Token expired: ${decodeJwt(token).exp} >= ${Math.floor(now / 1000)}`);
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "iss") {
    return notAuthorized("Invalid login token. Issuer doesn't match providerName");
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return notAuthorized("Token is not from a supported provider of this identity pool.");
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return notAuthorized("Invalid login token. Token signature invalid.");
  }
  return notAuthorized("Invalid login token. Not a valid OpenId Connect identity token.");
}

/**
 * Verifies the pool's one kind of login: an id token of the User Pool. With ServerSideTokenCheck, as deployed, a
 * signed-out session's tokens are refused while they are still young.
 * @throws AwsError NotAuthorizedException
 */
export async function verifyLogin(userPool: UserPool, logins: Readonly<Record<string, string>>): Promise<Login> {
  const provider = providerOf(userPool);
  const token = logins[provider];
  if (token === undefined || Object.keys(logins).length > 1) {
    throw notAuthorized("Token is not from a supported provider of this identity pool.");
  }
  const now = userPool.clock.now();
  const { payload } = await jwtVerify(token, userPool.key.publicKey, {
    issuer: issuerOf(userPool.userPoolId),
    algorithms: ["RS256"],
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    throw translate(error, token, now);
  });
  const { sub, token_use, aud, origin_jti } = payload;
  if (token_use !== "id" || typeof sub !== "string" || typeof origin_jti !== "string") {
    throw notAuthorized("Invalid login token. Not a valid OpenId Connect identity token.");
  }
  if (aud !== userPool.clientId) throw notAuthorized("Token is not from a supported provider of this identity pool.");
  if (userPool.sessions.byOriginJti(origin_jti)?.revoked !== false) {
    throw notAuthorized("Invalid login token. Token has been revoked.");
  }
  return { provider, sub, claims: payload };
}
