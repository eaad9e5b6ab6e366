import { identityPoolAdministration } from "../administration/identity-pools.ts";
import { createJsonService } from "../http/json-service.ts";
import type { Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { IdentityPool } from "./identity-pool.ts";
import { getCredentialsForIdentity, getId, getOpenIdToken } from "./operations.ts";

/** The Identity Pool's API. */
export const createCognitoIdentity = (pool: IdentityPool, authenticator: Authenticator): Service =>
  createJsonService("cognito-identity", "AWSCognitoIdentityService", {
    GetId: getId(pool),
    GetOpenIdToken: getOpenIdToken(pool),
    GetCredentialsForIdentity: getCredentialsForIdentity(pool),
    ...identityPoolAdministration(pool, authenticator),
  });
