import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";

export interface Tokens {
  jwks: object;
  /** An access token as Cognito makes them; `claims` replace its own. Lives an hour from `now`. */
  access(sub: string, now: number, claims?: JWTPayload): Promise<string>;
}

export const USER_POOL_ID = "us-east-1_Test00000";
export const CLIENT_ID = "testclient0000000000000000";

// By way of PEM, since Node 20 may stand still when it exports a key that it has just generated as JWK.
const pem = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const privateKey = createPrivateKey(pem.privateKey);
const jwk = createPublicKey(pem.publicKey).export({ format: "jwk" });

export function createTokens(): Tokens {
  const jwks = { keys: [{ ...jwk, kid: "test", alg: "RS256", use: "sig" }] };
  const iss = `https://cognito-idp.us-east-1.amazonaws.com/${USER_POOL_ID}`;
  return {
    jwks,
    access: (sub, now, claims) => {
      const iat = Math.floor(now / 1000);
      return new SignJWT({ sub, token_use: "access", client_id: CLIENT_ID, iss, iat, exp: iat + 3600, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "test" })
        .sign(privateKey);
    },
  };
}
