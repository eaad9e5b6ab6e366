import { randomUUID } from "node:crypto";
import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type LocalAws, startLocalAws } from "../start.ts";
import { session } from "./sign-in.ts";

export const PASSWORD = "Correct-Horse-1";
export const OTHER_PASSWORD = "Battery-Staple-2";

interface Message {
  to: string;
  channel: string;
  text: string;
  code: string | null;
}

export interface TestAccounts {
  localAws: LocalAws;
  client: CognitoIdentityProviderClient;
  clientId: string;
  /** What was sent to an address, newest first. */
  inbox(to: string): Promise<Message[]>;
  /** The newest code sent there. */
  codeTo(to: string): Promise<string>;
  /** A name for an account nobody has. */
  newEmail(): string;
  /** A new account that has not been confirmed. */
  signUp(email: string): Promise<string>;
  confirm(username: string, code: string): Promise<unknown>;
  /** A new account's access and refresh token. */
  signedIn(email: string): Promise<{ access: string; refresh: string }>;
  refresh(token: string): Promise<unknown>;
  control(path: string, body: object): Promise<Response>;
  close(): Promise<void>;
}

/** A User Pool and AWS's own client for it. */
export async function startAccounts(): Promise<TestAccounts> {
  const localAws = await startLocalAws({ port: 0, turn: "off" });
  const clientId = localAws.env.VITE_COGNITO_CLIENT_ID ?? "";
  const client = new CognitoIdentityProviderClient({ region: "us-east-1", endpoint: localAws.url, maxAttempts: 1 });
  const inbox = async (to: string): Promise<Message[]> => {
    const all = (await (await fetch(`${localAws.url}/_local/inbox`)).json()) as Message[];
    return all.filter((message) => message.to === to);
  };
  return {
    localAws,
    client,
    clientId,
    inbox,
    async codeTo(to) {
      const code = (await inbox(to))[0]?.code;
      if (!code) throw new Error(`no code was sent to ${to}`);
      return code;
    },
    newEmail: () => `${randomUUID().slice(0, 8)}@example.org`,
    async signUp(email) {
      const Username = randomUUID();
      const UserAttributes = [{ Name: "email", Value: email }];
      await client.send(new SignUpCommand({ ClientId: clientId, Username, Password: PASSWORD, UserAttributes }));
      return Username;
    },
    confirm: (Username, ConfirmationCode) =>
      client.send(new ConfirmSignUpCommand({ ClientId: clientId, Username, ConfirmationCode })),
    async signedIn(email) {
      await localAws.createUser({ email, password: PASSWORD });
      const signedIn = await session(localAws, email, PASSWORD);
      return { access: signedIn.getAccessToken().getJwtToken(), refresh: signedIn.getRefreshToken().getToken() };
    },
    refresh: (REFRESH_TOKEN) =>
      client.send(
        new InitiateAuthCommand({
          AuthFlow: "REFRESH_TOKEN_AUTH",
          ClientId: clientId,
          AuthParameters: { REFRESH_TOKEN },
        }),
      ),
    control: (path, body) => fetch(`${localAws.url}/_local/${path}`, { method: "POST", body: JSON.stringify(body) }),
    async close() {
      client.destroy();
      await localAws.close();
    },
  };
}
