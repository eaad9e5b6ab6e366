import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import * as v from "valibot";
import { SessionApiError } from "../errors.ts";
import type { HandlersEnvironment } from "./environment.ts";
import { refuse } from "./refusals.ts";

/**
 * What Cognito's access token must say beyond its signature. An id token is refused: it names its client `aud`, and it is
 * for the Identity Pool only (design §4).
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
const accessClaimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1)),
  token_use: v.literal("access"),
  client_id: v.string(),
});

/** The speaker's `sub`. The claims' signature must have been verified. @throws SessionApiError unauthorized */
export function speakerOfClaims(claims: unknown, clientId: string): string {
  const parsed = v.safeParse(accessClaimsSchema, claims);
  if (!parsed.success || parsed.output.client_id !== clientId) throw refuse("unauthorized");
  return parsed.output.sub;
}

/** Verifies an access token against the pool's keys (fetched once a process) and this environment's clock. */
export type VerifyAccessToken = (token: string) => Promise<string>;

/** Whether the keys could not be fetched; every other error is the token's fault. */
const isKeyFetchError = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === "ERR_JOSE_GENERIC";

export function createVerifyAccessToken(environment: HandlersEnvironment): VerifyAccessToken {
  const { region, userPoolId, clientId, now } = environment;
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  const keys = createRemoteJWKSet(new URL(environment.jwksUri ?? `${issuer}/.well-known/jwks.json`));
  return async (token) => {
    try {
      const currentDate = new Date(now());
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ["RS256"],
        currentDate,
        requiredClaims: ["exp"],
      });
      return speakerOfClaims(payload, clientId);
    } catch (error) {
      if (error instanceof SessionApiError) throw error;
      if (isKeyFetchError(error)) throw refuse("unavailable", "The pool's keys are out of reach.", { cause: error });
      throw refuse("unauthorized", undefined, { cause: error });
    }
  };
}
