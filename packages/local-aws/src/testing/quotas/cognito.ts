import {
  CognitoIdentityProviderClient,
  DeleteUserAttributesCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { identityClients } from "../identity-pool.ts";
import { session } from "../sign-in.ts";
import type { TestStand } from "../stand.ts";
import { type Attempt, ofCall } from "./outcome.ts";

function userPool({ localAws }: TestStand) {
  const client = new CognitoIdentityProviderClient({ region: "us-east-1", endpoint: localAws.url, maxAttempts: 1 });
  return { client, ClientId: localAws.env.VITE_COGNITO_CLIENT_ID };
}

export async function refreshTokens(stand: TestStand): Promise<Attempt> {
  const { client, ClientId } = userPool(stand);
  const [email, password] = ["refreshes@example.org", "Correct-Horse-1"];
  await stand.localAws.createUser({ email, password });
  const REFRESH_TOKEN = (await session(stand.localAws, email, password)).getRefreshToken().getToken();
  const input = { AuthFlow: "REFRESH_TOKEN_AUTH", ClientId, AuthParameters: { REFRESH_TOKEN } } as const;
  return () => ofCall(client.send(new InitiateAuthCommand(input)));
}

/** No exchange was begun, so every answer is wrong: the quota counts it first. */
export async function answerChallenges(stand: TestStand): Promise<Attempt> {
  const { client, ClientId } = userPool(stand);
  const ChallengeResponses = {
    USERNAME: "nobody@example.org",
    PASSWORD_CLAIM_SECRET_BLOCK: "AAAA",
    PASSWORD_CLAIM_SIGNATURE: "AAAA",
    TIMESTAMP: "Sun Nov 22 09:05:03 UTC 2026",
  };
  const input = { ChallengeName: "PASSWORD_VERIFIER", ClientId, ChallengeResponses } as const;
  return () => ofCall(client.send(new RespondToAuthChallengeCommand(input)), "NotAuthorizedException");
}

interface Category {
  name: string;
  /** Calls a second. */
  limit: number;
  begin(stand: TestStand): Promise<Attempt>;
}
const nobody = { AccessToken: "none" };

/** One operation of each of the User Pool's other categories, called by nobody: by another each time where names are counted. */
export const categories: readonly Category[] = [
  {
    name: "SignUp (UserCreation)",
    limit: 50,
    async begin(stand) {
      const { client, ClientId } = userPool(stand);
      const input = (n: number) => ({ ClientId, Username: `nobody-${n}`, Password: "short" });
      return (n) => ofCall(client.send(new SignUpCommand(input(n))), "InvalidPasswordException");
    },
  },
  {
    name: "ForgotPassword (UserAccountRecovery)",
    limit: 30,
    async begin(stand) {
      const { client, ClientId } = userPool(stand);
      return (n) => ofCall(client.send(new ForgotPasswordCommand({ ClientId, Username: `nobody-${n}` })));
    },
  },
  {
    name: "GetUser (UserRead)",
    limit: 120,
    async begin(stand) {
      const { client } = userPool(stand);
      return () => ofCall(client.send(new GetUserCommand(nobody)), "NotAuthorizedException");
    },
  },
  {
    name: "DeleteUserAttributes (UserUpdate)",
    limit: 25,
    async begin(stand) {
      const { client } = userPool(stand);
      const input = { ...nobody, UserAttributeNames: ["name"] };
      return () => ofCall(client.send(new DeleteUserAttributesCommand(input)), "NotAuthorizedException");
    },
  },
  {
    name: "RevokeToken (UserToken)",
    limit: 120,
    async begin(stand) {
      const { client, ClientId } = userPool(stand);
      return () => ofCall(client.send(new RevokeTokenCommand({ ClientId, Token: "none" })));
    },
  },
  {
    name: "ResendConfirmationCode (UserResourceUpdate)",
    limit: 25,
    async begin(stand) {
      const { client, ClientId } = userPool(stand);
      return (n) => ofCall(client.send(new ResendConfirmationCodeCommand({ ClientId, Username: `nobody-${n}` })));
    },
  },
];

export async function getIds(stand: TestStand): Promise<Attempt> {
  const clients = identityClients(stand);
  return () => ofCall(clients.getId());
}

export async function getOpenIdTokens(stand: TestStand): Promise<Attempt> {
  const clients = identityClients(stand);
  const identityId = await clients.getId();
  return () => ofCall(clients.getOpenIdToken(identityId));
}

export async function getCredentials(stand: TestStand): Promise<Attempt> {
  const clients = identityClients(stand);
  const identityId = await clients.getId();
  return () => ofCall(clients.getCredentials(identityId));
}
