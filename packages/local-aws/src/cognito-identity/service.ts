import { identityPoolAdministration } from "../administration/identity-pools.ts";
import type { Deps } from "../deps.ts";
import { createJsonService } from "../http/json-service.ts";
import type { Service } from "../http/service.ts";
import type { IdentityPool } from "./identity-pool.ts";
import { getCredentialsForIdentity, getId, getOpenIdToken } from "./operations.ts";

/** The Identity Pool's API. */
export function createCognitoIdentity(deps: Deps): Service {
  const { clock, settings, userPool, identities, openIdTokens, roles, credentials, deployment } = deps;
  const { authenticator, identifiers } = deps;
  const pool: IdentityPool = {
    identityPoolId: deployment.identityPoolId,
    account: deployment.account,
    clock,
    settings,
    userPool,
    identities,
    openIdTokens,
    roles,
    credentials,
  };
  return createJsonService("cognito-identity", "AWSCognitoIdentityService", {
    GetId: getId(pool),
    GetOpenIdToken: getOpenIdToken(pool),
    GetCredentialsForIdentity: getCredentialsForIdentity(pool),
    ...identityPoolAdministration({ ...pool, authenticator, clientId: identifiers.clientId }),
  });
}
