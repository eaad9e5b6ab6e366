import { randomUUID } from "node:crypto";
import { userPool } from "@lectern/infra/policies";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as v from "valibot";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { User } from "../cognito-idp/users.ts";
import { OUTSIDE_CLIENT } from "./outside-provider.ts";

const tokenSchema = v.object({ id_token: v.string() });
const claimsSchema = v.object({ sub: v.string(), nonce: v.string(), email: v.string() });
type Claims = v.InferOutput<typeof claimsSchema>;

/** Whom the outside provider signed in; undefined when the id token's signature, nonce or claims are not good. */
export async function readOutsideIdentity(
  pool: UserPool,
  issuer: string,
  code: string,
  nonce: string,
): Promise<Claims | undefined> {
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: OUTSIDE_CLIENT.id,
      client_secret: OUTSIDE_CLIENT.secret,
      code,
    }),
  });
  const tokens = v.safeParse(tokenSchema, await answer.json());
  if (!tokens.success) return undefined;
  const { payload } = await jwtVerify(tokens.output.id_token, createRemoteJWKSet(new URL(`${issuer}/jwks.json`)), {
    issuer,
    audience: OUTSIDE_CLIENT.id,
    currentDate: new Date(pool.clock.now()),
  });
  const claims = v.safeParse(claimsSchema, payload);
  return claims.success && claims.output.nonce === nonce ? claims.output : undefined;
}

/** The pool's own account of somebody who comes from elsewhere: `<provider>_<their id there>`, with what its attribute mapping takes, an unverified e-mail. */
export function keepFederatedUser({ users }: UserPool, provider: string, claims: Claims): User {
  const { sub } = claims;
  const email = claims[userPool.providerAttributes.email].toLowerCase();
  const username = `${provider}_${sub}`;
  if (users.find(username) !== undefined) return users.update(username, { email });
  const identities = [{ userId: sub, providerName: provider, providerType: "OIDC", issuer: null, primary: "true" }];
  return users.add(
    {
      username,
      sub: randomUUID(),
      email,
      emailVerified: false,
      attributes: {},
      factors: [],
      status: "EXTERNAL_PROVIDER",
      identities: JSON.stringify(identities),
    },
    randomUUID(),
  );
}
