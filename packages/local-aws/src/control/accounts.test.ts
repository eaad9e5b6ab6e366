import { CognitoIdentityProviderClient, InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalAws, startLocalAws } from "../start.ts";
import { session, signIn } from "../testing/sign-in.ts";

const email = "administered@example.org";
const password = "Correct-Horse-1";
let localAws: LocalAws;
beforeAll(async () => {
  localAws = await startLocalAws({ port: 0, turn: "off" });
});
afterAll(() => localAws.close());

test("an administrator disables an account, enables it, and signs it out everywhere, gives it a password, and deletes it", async () => {
  await localAws.createUser({ email, password });
  const REFRESH_TOKEN = (await session(localAws, email, password)).getRefreshToken().getToken();
  const client = new CognitoIdentityProviderClient({ region: "us-east-1", endpoint: localAws.url, maxAttempts: 1 });
  const ClientId = localAws.env.VITE_COGNITO_CLIENT_ID;
  const refresh = () =>
    client.send(
      new InitiateAuthCommand({ AuthFlow: "REFRESH_TOKEN_AUTH", ClientId, AuthParameters: { REFRESH_TOKEN } }),
    );
  const change = (body: object) =>
    fetch(`${localAws.url}/_local/accounts`, { method: "POST", body: JSON.stringify({ email, ...body }) });

  expect((await change({ enabled: false })).status).toBe(200);
  await expect(refresh()).rejects.toMatchObject({ message: "User is disabled." });
  await expect(signIn(localAws, email, password)).rejects.toMatchObject({ message: "User is disabled." });
  await change({ enabled: true });
  await refresh();
  await change({ signOut: true });
  await expect(refresh()).rejects.toMatchObject({ message: "Refresh Token has been revoked" });
  await signIn(localAws, email, password);
  expect((await change({ email: "nobody@example.org" })).status).toBe(404);
  await change({ password: "Battery-Staple-2" });
  await session(localAws, email, "Battery-Staple-2");
  expect((await change({ password: "short" })).status).toBe(400);
  await change({ remove: true });
  expect((await change({ enabled: true })).status).toBe(404);
});
