import { randomUUID } from "node:crypto";
import { decodeJwt, errors, jwtVerify, SignJWT } from "jose";
import { array, object, optional, record, safeParse, string } from "valibot";
import { AwsError, type Clock } from "../http/service.ts";
import type { SigningKey } from "../iam/signing-key.ts";
import { COGNITO_IDENTITY, type WebIdentity } from "../iam/trust.ts";

const LIFE_SECONDS = 600;
const ISSUER = `https://${COGNITO_IDENTITY}`;
/** Where STS looks for principal tags. */
const TAGS_CLAIM = "https://aws.amazon.com/tags";

const claimsSchema = object({
  aud: string(),
  sub: string(),
  amr: array(string()),
  [TAGS_CLAIM]: optional(object({ principal_tags: record(string(), array(string())) })),
});

/** What GetOpenIdToken gives and STS takes: a token that says who somebody is, for ten minutes. */
export interface OpenIdTokens {
  issue(identity: WebIdentity): Promise<string>;
  /** @throws AwsError InvalidIdentityToken, ExpiredTokenException: in STS's words. */
  read(token: string): Promise<WebIdentity>;
}

const invalid = (message: string) => new AwsError("InvalidIdentityToken", message);

function translate(error: unknown, token: string, now: number): AwsError {
  if (error instanceof errors.JWTExpired) {
    const expiry = decodeJwt(token).exp;
    return new AwsError(
      "ExpiredTokenException",
      `Token expired: current date/time ${Math.floor(now / 1000)} must be before the expiration date/time${expiry}`,
    );
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return invalid("No OpenIDConnect provider found in your account for the token's issuer");
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return invalid("Couldn't verify the signature of the web identity token.");
  }
  return invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
}

export function createOpenIdTokens(key: SigningKey, clock: Clock): OpenIdTokens {
  return {
    issue({ aud, sub, amr, tags }) {
      const iat = Math.floor(clock.now() / 1000);
      const principalTags = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
      const tagged = Object.keys(tags).length > 0 ? { [TAGS_CLAIM]: { principal_tags: principalTags } } : {};
      return new SignJWT({ sub, aud, amr, iss: ISSUER, exp: iat + LIFE_SECONDS, iat, jti: randomUUID(), ...tagged })
        .setProtectedHeader({ kid: key.kid, typ: "JWS", alg: "RS256" })
        .sign(key.privateKey);
    },
    async read(token) {
      const now = clock.now();
      const { payload } = await jwtVerify(token, key.publicKey, {
        issuer: ISSUER,
        algorithms: ["RS256"],
        currentDate: new Date(now),
      }).catch((error: unknown) => {
        throw translate(error, token, now);
      });
      const parsed = safeParse(claimsSchema, payload);
      if (!parsed.success) throw invalid("The web identity token lacks a claim.");
      const { aud, sub, amr, [TAGS_CLAIM]: tagsClaim } = parsed.output;
      const tags = Object.entries(tagsClaim?.principal_tags ?? {}).map(([name, [value = ""]]) => [name, value]);
      return { aud, sub, amr, tags: Object.fromEntries(tags) };
    },
  };
}
