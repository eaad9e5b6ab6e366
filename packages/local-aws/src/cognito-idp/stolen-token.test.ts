import {
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GlobalSignOutCommand,
  SetUserMFAPreferenceCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { HOUR_MS } from "@lectern/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OTHER_PASSWORD, PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { session } from "../testing/sign-in.ts";

// What docs/security.md says an access token is worth at Cognito.
let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

test("a stolen access token changes the address, and by that the password, without knowing the old one", async () => {
  const { client, clientId: ClientId } = accounts;
  const { access: AccessToken } = await accounts.signedIn(accounts.newEmail());
  const email = accounts.newEmail();
  const UserAttributes = [{ Name: "email", Value: email }];
  await client.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }));
  const Code = await accounts.codeTo(email);
  await client.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: "email", Code }));
  await client.send(new ForgotPasswordCommand({ ClientId, Username: email }));
  const ConfirmationCode = await accounts.codeTo(email);
  const Password = OTHER_PASSWORD;
  await client.send(new ConfirmForgotPasswordCommand({ ClientId, Username: email, ConfirmationCode, Password }));
  await session(accounts.localAws, email, OTHER_PASSWORD);
});

test("a stolen access token turns the second factor off", async () => {
  const { client } = accounts;
  const email = accounts.newEmail();
  const { access: AccessToken } = await accounts.signedIn(email);
  await accounts.control("settings", { sms: true });
  await accounts.control("accounts", { email, phone: "+15550001111", factors: ["SMS_MFA"] });
  await client.send(new SetUserMFAPreferenceCommand({ AccessToken, SMSMfaSettings: { Enabled: false } }));
  await session(accounts.localAws, email, PASSWORD);
});

test("signing out everywhere ends what a stolen access token is worth: at Cognito at once, at the session API within the hour", async () => {
  const { client, localAws } = accounts;
  const { access: AccessToken } = await accounts.signedIn(accounts.newEmail());
  const talks = async () =>
    (await fetch(`${localAws.env.VITE_HTTP_API_URL}/sessions`, { headers: { authorization: `Bearer ${AccessToken}` } }))
      .status;
  await client.send(new GlobalSignOutCommand({ AccessToken }));
  const UserAttributes = [{ Name: "name", Value: "Mallory" }];
  await expect(client.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }))).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
  expect(await talks()).toBe(200);
  localAws.clock.advance(HOUR_MS);
  expect(await talks()).toBe(401);
});
