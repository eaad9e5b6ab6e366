import { awsHostOf, COGNITO_IDP_HOST } from "../http/aws-hosts.ts";
import { jsonResponse } from "../http/json.ts";
import type { Service } from "../http/service.ts";
import { issuerOf } from "./tokens.ts";
import type { UserPool } from "./user-pool.ts";

/**
 * What whoever verifies the pool's tokens asks for: its public keys, and where they and managed login are. The issuer is
 * AWS's, as the tokens have it; the addresses are local-aws's, the keys' AWS's to who asked by AWS's name.
 * @param managedLogin - where the pool's domain would be
 */
export function createWellKnown(userPool: UserPool, url: string, managedLogin: string): Service {
  const { userPoolId, key } = userPool;
  const jwksPath = `/${userPoolId}/.well-known/jwks.json`;
  const documents: Readonly<Record<string, (origin: string) => unknown>> = {
    [jwksPath]: () => ({ keys: [key.publicJwk] }),
    [`/${userPoolId}/.well-known/openid-configuration`]: (origin) => ({
      issuer: issuerOf(userPoolId),
      jwks_uri: `${origin}${jwksPath}`,
      authorization_endpoint: `${managedLogin}/oauth2/authorize`,
      token_endpoint: `${managedLogin}/oauth2/token`,
      end_session_endpoint: `${managedLogin}/logout`,
      response_types_supported: ["code"],
      scopes_supported: ["openid", "email", "phone", "profile"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    }),
  };
  return {
    name: "well-known",
    claims: ({ path }) => Object.hasOwn(documents, path),
    handle: async (request) => {
      const origin = awsHostOf(request) === undefined ? url : `https://${COGNITO_IDP_HOST}`;
      return jsonResponse(documents[request.path]?.(origin), { "cache-control": "public, max-age=86400" });
    },
  };
}
