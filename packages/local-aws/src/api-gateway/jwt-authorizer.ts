import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { Clock } from "../http/service.ts";

type Jwt = APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"]["jwt"];

/** The claims and scopes an event carries; undefined when the token is refused. */
export type JwtAuthorizer = (authorization: string | undefined) => Promise<Jwt | undefined>;

/** HTTP APIs hand claims on as text: arrays in brackets, separated by blanks. */
const asText = (claim: unknown): string => (Array.isArray(claim) ? `[${claim.join(" ")}]` : String(claim));

const toJwt = (payload: JWTPayload): Jwt => ({
  claims: Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)])),
  scopes: [],
});

/**
 * The JWT authorizer of an HTTP API: RS256 signature, iss, exp, nbf, iat, and aud (or client_id where there is no aud). It
 * takes id and access tokens alike and does not look at token_use (reference/aws.md, addendum): the handlers must.
 */
export function createJwtAuthorizer({
  clock,
  issuer,
  clientId,
  jwksUri,
}: {
  clock: Clock;
  issuer: string;
  clientId: string;
  jwksUri: string;
}): JwtAuthorizer {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (authorization) => {
    const token = authorization?.replace(/^Bearer\s+/i, "");
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
        currentDate: new Date(clock.now()),
      });
      const audience = payload.aud === undefined ? [payload.client_id] : [payload.aud].flat();
      return audience.includes(clientId) ? toJwt(payload) : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}
