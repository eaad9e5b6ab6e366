import { createJsonService } from "../http/json-service.ts";
import type { Service } from "../http/service.ts";
import { initiateAuth } from "./initiate-auth.ts";
import { respondToAuthChallenge } from "./respond-to-auth-challenge.ts";
import { getUser, globalSignOut, revokeToken } from "./signed-in-operations.ts";
import type { UserPool } from "./user-pool.ts";

/** The User Pool's API. */
export const createCognitoIdp = ({ userPool }: { userPool: UserPool }): Service =>
  createJsonService("cognito-idp", "AWSCognitoIdentityProviderService", {
    InitiateAuth: initiateAuth(userPool),
    RespondToAuthChallenge: respondToAuthChallenge(userPool),
    GetUser: getUser(userPool),
    GlobalSignOut: globalSignOut(userPool),
    RevokeToken: revokeToken(userPool),
  });

/** The pool's public keys, for whoever verifies its tokens. */
export function createJwks({ userPool }: { userPool: UserPool }): Service {
  const path = `/${userPool.userPoolId}/.well-known/jwks.json`;
  return {
    name: "jwks",
    claims: (request) => request.path === path,
    handle: async () => ({
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "public, max-age=86400" },
      body: JSON.stringify({ keys: [userPool.key.publicJwk] }),
    }),
  };
}
