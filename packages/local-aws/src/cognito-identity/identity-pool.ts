import { identityPool } from "@lectern/infra/policies";
import { notAuthorized, notFound } from "../cognito-idp/exceptions.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { Clock } from "../http/service.ts";
import type { CredentialStore } from "../iam/credential-store.ts";
import type { RoleStore } from "../iam/roles.ts";
import type { WebIdentity } from "../iam/trust.ts";
import type { Settings } from "../settings.ts";
import type { Identities, Identity } from "./identities.ts";
import { type Login, verifyLogin } from "./login.ts";
import type { OpenIdTokens } from "./open-id-token.ts";

/** The Identity Pool: what its operations work on. */
export interface IdentityPool {
  identityPoolId: string;
  account: string;
  clock: Clock;
  settings: Settings;
  userPool: UserPool;
  identities: Identities;
  openIdTokens: OpenIdTokens;
  roles: RoleStore;
  credentials: CredentialStore;
}

/**
 * Verified login of a request, or undefined for a guest.
 * @throws AwsError NotAuthorizedException when the login is not good, or guests are not let in.
 */
export async function readLogins(
  pool: IdentityPool,
  logins: Readonly<Record<string, string>>,
): Promise<Login | undefined> {
  if (Object.keys(logins).length > 0) return verifyLogin(pool.userPool, logins);
  if (!pool.settings.guests) throw notAuthorized("Unauthenticated access is not supported for this identity pool.");
  return undefined;
}

/** The identity this request may act as: the one it names, or, for a guest's that just logged in, the login's own. */
function resolve(pool: IdentityPool, identity: Identity, login: Login | undefined): Identity {
  if (login === undefined) {
    if (Object.keys(identity.logins).length === 0) return identity;
    throw notAuthorized(`Access to Identity '${identity.identityId}' is forbidden.`);
  }
  const { provider, sub } = login;
  if (identity.logins[provider] === sub) return identity;
  if (Object.keys(identity.logins).length > 0) {
    throw notAuthorized(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    );
  }
  return pool.identities.findByLogin(provider, sub) ?? pool.identities.link(identity, provider, sub);
}

function tagsOf({ claims }: Login): Record<string, string> {
  const tags = Object.entries(identityPool.principalTags).flatMap(([tag, claim]) => {
    const value = claims[claim];
    return typeof value === "string" ? [[tag, value] as const] : [];
  });
  return Object.fromEntries(tags);
}

/**
 * Who asks, as the pool's token will say it.
 * @throws AwsError ResourceNotFoundException, NotAuthorizedException
 */
export async function identify(
  pool: IdentityPool,
  identityId: string,
  logins: Readonly<Record<string, string>>,
): Promise<WebIdentity> {
  const named = pool.identities.find(identityId);
  if (named === undefined) throw notFound(`Identity '${identityId}' not found.`);
  const login = await readLogins(pool, logins);
  const identity = resolve(pool, named, login);
  return {
    aud: pool.identityPoolId,
    sub: identity.identityId,
    amr:
      login === undefined
        ? ["unauthenticated"]
        : ["authenticated", login.provider, `${login.provider}:CognitoSignIn:${login.sub}`],
    tags: login === undefined ? {} : tagsOf(login),
  };
}
