import { randomUUID } from "node:crypto";
import { userPool } from "@lectern/infra/policies";
import { createPreSignUp } from "@lectern/session-api/handlers";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as v from "valibot";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { User } from "../cognito-idp/users.ts";
import { REGION } from "../identifiers.ts";
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

/**
 * What the pre sign-up trigger says to an account for somebody whom the pool does not know yet.
 * @returns null, or why there is to be none, as Cognito words it
 */
export async function whyNotInvited(pool: UserPool, provider: string, claims: Claims): Promise<string | null> {
  const userName = `${provider}_${claims.sub}`;
  if (pool.users.find(userName) !== undefined) return null;
  const email = claims[userPool.providerAttributes.email].toLowerCase();
  try {
    await createPreSignUp({ [provider]: pool.settings.invited })({
      version: "1",
      region: REGION,
      userPoolId: pool.userPoolId,
      userName,
      callerContext: { awsSdkVersion: "local-aws", clientId: pool.clientId },
      triggerSource: "PreSignUp_ExternalProvider",
      request: { userAttributes: { email } },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    });
    return null;
  } catch (error) {
    return `PreSignUp failed with error ${error instanceof Error ? error.message : ""}.`;
  }
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
