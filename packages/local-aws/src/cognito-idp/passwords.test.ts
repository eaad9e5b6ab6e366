import {
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { HOUR_MS, SECOND_MS } from "@lectern/primitives";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OTHER_PASSWORD, PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { session, signIn } from "../testing/sign-in.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());
// All that is asked in one second counts together.
beforeEach(() => accounts.localAws.clock.advance(SECOND_MS));

const forgot = (Username: string) =>
  accounts.client.send(new ForgotPasswordCommand({ ClientId: accounts.clientId, Username }));
const reset = (Username: string, ConfirmationCode: string, Password = OTHER_PASSWORD) =>
  accounts.client.send(
    new ConfirmForgotPasswordCommand({ ClientId: accounts.clientId, Username, ConfirmationCode, Password }),
  );

test("a forgotten password is replaced by the mailed code, within the hour and once", async () => {
  const email = accounts.newEmail();
  const { refresh } = await accounts.signedIn(email);
  await forgot(email);
  const code = await accounts.codeTo(email);
  await expect(reset(email, code, "short")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  accounts.localAws.clock.advance(HOUR_MS);
  await expect(reset(email, code)).rejects.toMatchObject({ name: "ExpiredCodeException" });
  await forgot(email);
  await reset(email, await accounts.codeTo(email));
  await expect(reset(email, await accounts.codeTo(email))).rejects.toMatchObject({ name: "ExpiredCodeException" });
  await expect(signIn(accounts.localAws, email, PASSWORD)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await session(accounts.localAws, email, OTHER_PASSWORD);
  // Cognito ends no session by it.
  await accounts.refresh(refresh);
});

test.each([" Correct-Horse-1", "Correct-Horse-1 ", "C", `Aa1-${"x".repeat(253)}`])(
  "a password of another form than AWS's is refused before the pool's own rules: %j",
  async (password) => {
    const constraint =
      password.length > 256
        ? "Member must have length less than or equal to 256"
        : "Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$";
    await expect(reset("ada@example.org", "123456", password)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: `1 validation error detected: Value at 'password' failed to satisfy constraint: ${constraint}`,
    });
  },
);

test("five codes an hour may be asked for and tried", async () => {
  const email = accounts.newEmail();
  await accounts.localAws.createUser({ email, password: PASSWORD });
  for (let request = 0; request < 5; request += 1) await forgot(email);
  await expect(forgot(email)).rejects.toMatchObject({ name: "LimitExceededException" });
  const wrong = (await accounts.codeTo(email)) === "000000" ? "111111" : "000000";
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await expect(reset(email, wrong)).rejects.toMatchObject({ name: "CodeMismatchException" });
  }
  await expect(reset(email, await accounts.codeTo(email))).rejects.toMatchObject({ name: "LimitExceededException" });
});

test("who has no account is answered as if they had, and nothing is sent", async () => {
  const nobody = accounts.newEmail();
  await forgot(nobody);
  expect(await accounts.inbox(nobody)).toEqual([]);
  await expect(reset(nobody, "123456")).rejects.toMatchObject({ name: "CodeMismatchException" });
});

test("a temporary password cannot be forgotten: the administrator sends another", async () => {
  const email = accounts.newEmail();
  await accounts.control("accounts", { email, invite: { password: PASSWORD } });
  expect((await accounts.inbox(email))[0]?.text).toContain(PASSWORD);
  await expect(forgot(email)).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "User password cannot be reset in the current state.",
  });
});

test("an administrator's reset lets nobody in until the mailed code has brought a new password", async () => {
  const email = accounts.newEmail();
  await accounts.localAws.createUser({ email, password: PASSWORD });
  await accounts.control("accounts", { email, resetPassword: true });
  await expect(signIn(accounts.localAws, email, PASSWORD)).rejects.toMatchObject({
    code: "PasswordResetRequiredException",
  });
  await reset(email, await accounts.codeTo(email));
  await session(accounts.localAws, email, OTHER_PASSWORD);
});

test("a password is changed by who knows it, five times an hour", async () => {
  const email = accounts.newEmail();
  const { access, refresh } = await accounts.signedIn(email);
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    accounts.client.send(new ChangePasswordCommand({ AccessToken: access, PreviousPassword, ProposedPassword }));
  await expect(change("Wrong-Horse-2", OTHER_PASSWORD)).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "Incorrect username or password.",
  });
  await expect(change(PASSWORD, "alllowercase1-")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  await change(PASSWORD, OTHER_PASSWORD);
  await session(accounts.localAws, email, OTHER_PASSWORD);
  await accounts.refresh(refresh);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(change(PASSWORD, OTHER_PASSWORD)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  }
  await expect(change(OTHER_PASSWORD, PASSWORD)).rejects.toMatchObject({ name: "LimitExceededException" });
});
