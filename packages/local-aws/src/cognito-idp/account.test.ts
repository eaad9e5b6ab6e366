import {
  ConfirmForgotPasswordCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OTHER_PASSWORD, PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { session, signIn } from "../testing/sign-in.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

async function person() {
  const { client } = accounts;
  const email = accounts.newEmail();
  const tokens = await accounts.signedIn(email);
  const AccessToken = tokens.access;
  return {
    ...tokens,
    email,
    update: (attributes: Record<string, string>) =>
      client.send(
        new UpdateUserAttributesCommand({
          AccessToken,
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        }),
      ),
    verify: (Code: string) =>
      client.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: "email", Code })),
    async attributes() {
      const { UserAttributes = [] } = await client.send(new GetUserCommand({ AccessToken }));
      return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    },
  };
}

test("a name is kept, is in the id token, and is removed", async () => {
  const ada = await person();
  await ada.update({ name: "Ada <b>Lovelace</b>" });
  expect(await ada.attributes()).toMatchObject({ name: "Ada <b>Lovelace</b>", email: ada.email });
  const claims = (await session(accounts.localAws, ada.email, PASSWORD)).getIdToken().decodePayload();
  expect(claims.name).toBe("Ada <b>Lovelace</b>");
  await accounts.client.send(
    new DeleteUserAttributesCommand({ AccessToken: ada.access, UserAttributeNames: ["name"] }),
  );
  expect(await ada.attributes()).not.toHaveProperty("name");
  await expect(ada.update({ given_name: "Ada" })).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await expect(ada.update({ sub: "another" })).rejects.toMatchObject({ name: "InvalidParameterException" });
});

test("a new e-mail counts once its code was given; until then the old one does", async () => {
  const ada = await person();
  const next = accounts.newEmail();
  const { CodeDeliveryDetailsList } = await ada.update({ email: next });
  expect(CodeDeliveryDetailsList).toMatchObject([{ AttributeName: "email", Destination: `${next.charAt(0)}***@e***` }]);
  expect(await accounts.inbox(ada.email)).toEqual([]);
  expect(await ada.attributes()).toMatchObject({ email: ada.email, email_verified: "true" });
  await session(accounts.localAws, ada.email, PASSWORD);
  await expect(signIn(accounts.localAws, next, PASSWORD)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await accounts.client.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken: ada.access, AttributeName: "email" }),
  );
  const code = await accounts.codeTo(next);
  await expect(ada.verify(code === "000000" ? "111111" : "000000")).rejects.toMatchObject({
    name: "CodeMismatchException",
  });
  await ada.verify(code);
  expect(await ada.attributes()).toMatchObject({ email: next, email_verified: "true" });
  await session(accounts.localAws, next, PASSWORD);
  await expect(signIn(accounts.localAws, ada.email, PASSWORD)).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
});

test("the old address is told of another one by the deployed trigger, where mail is sent by SES, and can stop it", async () => {
  const ada = await person();
  await accounts.control("settings", { ses: true });
  await ada.update({ name: "Ada" });
  expect(await accounts.inbox(ada.email)).toEqual([]);
  const next = accounts.newEmail();
  await ada.update({ email: next });
  expect((await accounts.inbox(next)).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Your verification code/),
  ]);
  const [told] = await accounts.inbox(ada.email);
  expect(told?.text).toContain("asked for another e-mail address");
  const ConfirmationCode = told?.code ?? "";
  await accounts.client.send(
    new ConfirmForgotPasswordCommand({
      ClientId: accounts.clientId,
      Username: ada.email,
      ConfirmationCode,
      Password: OTHER_PASSWORD,
    }),
  );
  await session(accounts.localAws, ada.email, OTHER_PASSWORD);
  // A forgotten password is answered as ever.
  await accounts.client.send(new ForgotPasswordCommand({ ClientId: accounts.clientId, Username: ada.email }));
  expect((await accounts.inbox(ada.email))[0]?.text).toMatch(/^Your password reset code is \d{6}$/);
  await accounts.control("settings", { ses: false });
});

test("an e-mail that another account has is refused only to who reads its mail", async () => {
  const [ada, bob] = [await person(), await person()];
  await ada.update({ email: bob.email });
  await expect(ada.verify(await accounts.codeTo(bob.email))).rejects.toMatchObject({ name: "AliasExistsException" });
  expect(await ada.attributes()).toMatchObject({ email: ada.email });
});

test("a deleted account is gone with its sessions, and its address is free", async () => {
  const ada = await person();
  await accounts.client.send(new DeleteUserCommand({ AccessToken: ada.access }));
  await expect(ada.attributes()).rejects.toMatchObject({ name: "UserNotFoundException" });
  await expect(accounts.refresh(ada.refresh)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await expect(signIn(accounts.localAws, ada.email, PASSWORD)).rejects.toMatchObject({
    message: "Incorrect username or password.",
  });
  await accounts.confirm(await accounts.signUp(ada.email), await accounts.codeTo(ada.email));
});
