import { randomUUID } from "node:crypto";
import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DAY_MS, HOUR_MS } from "@lectern/primitives";
import { CognitoUserAttribute, CognitoUserPool } from "amazon-cognito-identity-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { session, signIn } from "../testing/sign-in.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

const wrong = (code: string) => (code === "000000" ? "111111" : "000000");
const signUp = (input: Partial<ConstructorParameters<typeof SignUpCommand>[0]>) =>
  accounts.client.send(
    new SignUpCommand({ ClientId: accounts.clientId, Username: randomUUID(), Password: PASSWORD, ...input }),
  );
const resend = (Username: string) =>
  accounts.client.send(new ResendConfirmationCodeCommand({ ClientId: accounts.clientId, Username }));
const emailOf = (Value: string) => [{ Name: "email", Value }];

test("a new account is confirmed by the code that was mailed, and signs in by its address from then on", async () => {
  const { localAws } = accounts;
  const email = accounts.newEmail();
  const { UserConfirmed, CodeDeliveryDetails } = await signUp({
    Username: "somebody",
    UserAttributes: emailOf(email.toUpperCase()),
  });
  expect(UserConfirmed).toBe(false);
  expect(CodeDeliveryDetails).toEqual({
    AttributeName: "email",
    DeliveryMedium: "EMAIL",
    Destination: `${email.charAt(0)}***@e***`,
  });
  // Until then the address is nobody's, and only the username leads to the code.
  await expect(signIn(localAws, email, PASSWORD)).rejects.toMatchObject({
    code: "NotAuthorizedException",
    message: "Incorrect username or password.",
  });
  await expect(signIn(localAws, "somebody", PASSWORD)).rejects.toMatchObject({ code: "UserNotConfirmedException" });
  // Reports from AWS disagree on who gives a wrong password.
  const wrong = () => signIn(localAws, "somebody", "Wrong-Horse-2").catch(({ code }: { code: string }) => code);
  expect(await wrong()).toBe("UserNotConfirmedException");
  await accounts.control("settings", { unconfirmedUsers: "after-password" });
  expect(await wrong()).toBe("NotAuthorizedException");
  await accounts.control("settings", { unconfirmedUsers: "told" });
  await accounts.confirm("somebody", await accounts.codeTo(email));
  expect((await session(localAws, email, PASSWORD)).getIdToken().decodePayload()).toMatchObject({
    email,
    email_verified: true,
    "cognito:username": "somebody",
  });
});

test("amazon-cognito-identity-js makes an account and confirms it", async () => {
  const { localAws, clientId } = accounts;
  const email = accounts.newEmail();
  const pool = new CognitoUserPool({
    UserPoolId: localAws.env.VITE_COGNITO_USER_POOL_ID ?? "",
    ClientId: clientId,
    endpoint: localAws.url,
  });
  const user = await new Promise<ReturnType<CognitoUserPool["getCurrentUser"]>>((resolve, reject) => {
    pool.signUp(
      randomUUID(),
      PASSWORD,
      [new CognitoUserAttribute({ Name: "email", Value: email })],
      [],
      (error, done) => (error ? reject(error) : resolve(done?.user ?? null)),
    );
  });
  const code = await accounts.codeTo(email);
  await new Promise((resolve, reject) => {
    user?.confirmRegistration(code, false, (error, done) => (error ? reject(error) : resolve(done)));
  });
  await session(localAws, email, PASSWORD);
});

test("a wrong code leaves the right one good, a new code voids it, and a day ends it", async () => {
  const email = accounts.newEmail();
  const username = await accounts.signUp(email);
  const first = await accounts.codeTo(email);
  await expect(accounts.confirm(username, wrong(first))).rejects.toMatchObject({
    name: "CodeMismatchException",
    message: "Invalid verification code provided, please try again.",
  });
  await resend(username);
  expect(await accounts.inbox(email)).toHaveLength(2);
  accounts.localAws.clock.advance(DAY_MS);
  await expect(accounts.confirm(username, await accounts.codeTo(email))).rejects.toMatchObject({
    name: "ExpiredCodeException",
    message: "Invalid code provided, please request a code again.",
  });
  await resend(username);
  await accounts.confirm(username, await accounts.codeTo(email));
  await expect(accounts.confirm(username, "123456")).rejects.toMatchObject({
    message: "User cannot be confirmed. Current status is CONFIRMED",
  });
  await expect(resend(username)).rejects.toMatchObject({ message: "User is already confirmed." });
});

test("fifteen codes an hour may be tried and five asked for", async () => {
  const email = accounts.newEmail();
  const username = await accounts.signUp(email);
  const code = await accounts.codeTo(email);
  for (let attempt = 0; attempt < 15; attempt += 1) {
    await expect(accounts.confirm(username, wrong(code))).rejects.toMatchObject({ name: "CodeMismatchException" });
  }
  const limited = { name: "LimitExceededException", message: "Attempt limit exceeded, please try after some time." };
  await expect(accounts.confirm(username, code)).rejects.toMatchObject(limited);
  for (let request = 0; request < 5; request += 1) await resend(username);
  await expect(resend(username)).rejects.toMatchObject(limited);
  accounts.localAws.clock.advance(HOUR_MS);
  await accounts.confirm(username, await accounts.codeTo(email));
});

test("nobody learns who has an account", async () => {
  const email = accounts.newEmail();
  const nobody = accounts.newEmail();
  await accounts.localAws.createUser({ email, password: PASSWORD });
  const shape = async (answer: Promise<{ CodeDeliveryDetails?: unknown }>) => (await answer).CodeDeliveryDetails;
  const forgot = (Username: string) =>
    accounts.client.send(new ForgotPasswordCommand({ ClientId: accounts.clientId, Username }));
  const delivery = (address: string) => ({
    AttributeName: "email",
    DeliveryMedium: "EMAIL",
    Destination: `${address.charAt(0)}***@e***`,
  });
  for (const address of [email, nobody]) {
    expect(await shape(signUp({ UserAttributes: emailOf(address) }))).toEqual(delivery(address));
    expect(await shape(forgot(address))).toEqual(delivery(address));
  }
  expect(await shape(resend(nobody))).toEqual(delivery(nobody));
  await expect(accounts.confirm(randomUUID(), "123456")).rejects.toMatchObject({ name: "ExpiredCodeException" });
});

test("who proves that an address is theirs learns of the account it has, and may move it", async () => {
  const email = accounts.newEmail();
  await accounts.localAws.createUser({ email, password: PASSWORD });
  const username = await accounts.signUp(email);
  const code = await accounts.codeTo(email);
  await expect(accounts.confirm(username, wrong(code))).rejects.toMatchObject({ name: "CodeMismatchException" });
  await expect(accounts.confirm(username, code)).rejects.toMatchObject({ name: "AliasExistsException" });
  await accounts.client.send(
    new ConfirmSignUpCommand({
      ClientId: accounts.clientId,
      Username: username,
      ConfirmationCode: code,
      ForceAliasCreation: true,
    }),
  );
  const signedIn = await session(accounts.localAws, email, PASSWORD);
  expect(signedIn.getIdToken().decodePayload()["cognito:username"]).toBe(username);
});

test("what the pool does not take is refused", async () => {
  const email = emailOf(accounts.newEmail());
  await expect(signUp({ Username: "a@example.org", UserAttributes: email })).rejects.toMatchObject({
    message: "Username cannot be of email format, since user pool is configured for email alias.",
  });
  await expect(signUp({ UserAttributes: [] })).rejects.toMatchObject({ name: "InvalidParameterException" });
  await expect(signUp({ UserAttributes: emailOf("no address") })).rejects.toMatchObject({
    message: "Invalid email address format.",
  });
  await expect(signUp({ UserAttributes: [...email, { Name: "email_verified", Value: "true" }] })).rejects.toMatchObject(
    { name: "NotAuthorizedException" },
  );
  await expect(signUp({ Password: "Elf-signs-1", UserAttributes: email })).rejects.toMatchObject({
    name: "InvalidPasswordException",
    message: "Password did not conform with policy: Password not long enough",
  });
  await signUp({ Username: "taken", UserAttributes: email });
  await expect(signUp({ Username: "taken", UserAttributes: email })).rejects.toMatchObject({
    name: "UsernameExistsException",
  });
});

test("a pool that is closed takes nobody, and GET /config says so", async () => {
  const config = async () => (await fetch(`${accounts.localAws.env.VITE_HTTP_API_URL}/config`)).json();
  expect(await config()).toMatchObject({ signUp: "open", passwordPolicy: { minimumLength: 12 } });
  await accounts.control("settings", { selfSignUp: false });
  expect(await config()).toMatchObject({ signUp: "closed" });
  await expect(signUp({ UserAttributes: emailOf(accounts.newEmail()) })).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "SignUp is not permitted for this user pool",
  });
  await accounts.control("settings", { selfSignUp: true });
});
