import {
  CognitoIdentityClient,
  type Credentials,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
} from "@aws-sdk/client-cognito-identity";
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  STSClient,
} from "@aws-sdk/client-sts";
import type { Principal } from "../iam/principal.ts";
import type { Stand } from "../start.ts";

/** The Identity Pool and STS as AWS's clients see them. */
export function identityClients({ localAws, deps }: Stand) {
  const { url, env } = localAws;
  const IdentityPoolId = env.VITE_COGNITO_IDENTITY_POOL_ID ?? "";
  const provider = `cognito-idp.us-east-1.amazonaws.com/${env.VITE_COGNITO_USER_POOL_ID}`;
  const options = { region: "us-east-1", endpoint: url, maxAttempts: 1 };
  const identity = new CognitoIdentityClient(options);
  const sts = new STSClient(options);
  const login = (idToken?: string) => (idToken === undefined ? {} : { Logins: { [provider]: idToken } });

  return {
    identity,
    sts,
    provider,
    async getId(idToken?: string): Promise<string> {
      const { IdentityId = "" } = await identity.send(new GetIdCommand({ IdentityPoolId, ...login(idToken) }));
      return IdentityId;
    },
    getCredentials: (IdentityId: string, idToken?: string) =>
      identity.send(new GetCredentialsForIdentityCommand({ IdentityId, ...login(idToken) })),
    async getOpenIdToken(IdentityId: string, idToken?: string): Promise<string> {
      const { Token = "" } = await identity.send(new GetOpenIdTokenCommand({ IdentityId, ...login(idToken) }));
      return Token;
    },
    assumeRole: (
      WebIdentityToken: string,
      RoleArn: string,
      more: Partial<AssumeRoleWithWebIdentityCommandInput> = {},
    ) =>
      sts.send(new AssumeRoleWithWebIdentityCommand({ RoleSessionName: "test", WebIdentityToken, RoleArn, ...more })),
    /** Who these credentials make of their holder. */
    principalOf(credentials: Credentials | undefined): Principal {
      const known = deps.credentials.find(credentials?.AccessKeyId ?? "");
      if (known === undefined) throw new Error("unknown credentials");
      return known.principal;
    },
    close() {
      identity.destroy();
      sts.destroy();
    },
  };
}

export type IdentityClients = ReturnType<typeof identityClients>;
