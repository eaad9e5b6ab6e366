import { CognitoUser, CognitoUserAttribute, CognitoUserPool } from "amazon-cognito-identity-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OTHER_PASSWORD, PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { signIn } from "../testing/sign-in.ts";
import { totpAt } from "./totp.ts";

// The doors of amazon-cognito-identity-js that other tests do not go through.
let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

/** The library calls back in two ways. */
type NodeStyle<T> = (error: Error | null | undefined, result?: T) => void;
interface Callbacks<T> {
  onSuccess(result: T): void;
  onFailure(error: unknown): void;
}
const nodeStyle = <T>(call: (callback: NodeStyle<T>) => void) =>
  new Promise<T | undefined>((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result)));
  });
const callbacks = <T>(call: (callbacks: Callbacks<T>) => void) =>
  new Promise<T>((onSuccess, onFailure) => {
    call({ onSuccess, onFailure });
  });

async function signedIn(email: string, password = PASSWORD): Promise<CognitoUser> {
  const step = await signIn(accounts.localAws, email, password);
  if (step.next !== "signed-in") throw new Error(step.next);
  return step.user;
}

async function member() {
  const email = accounts.newEmail();
  await accounts.localAws.createUser({ email, password: PASSWORD });
  return { email, user: await signedIn(email) };
}

const stranger = (Username: string) =>
  new CognitoUser({
    Username,
    Pool: new CognitoUserPool({
      UserPoolId: accounts.localAws.env.VITE_COGNITO_USER_POOL_ID ?? "",
      ClientId: accounts.clientId,
      endpoint: accounts.localAws.url,
    }),
  });

test("a code is sent again", async () => {
  const email = accounts.newEmail();
  const user = stranger(await accounts.signUp(email));
  await nodeStyle((callback) => user.resendConfirmationCode(callback));
  expect(await accounts.inbox(email)).toHaveLength(2);
  const code = await accounts.codeTo(email);
  await nodeStyle((callback) => user.confirmRegistration(code, false, callback));
  await signedIn(email);
});

test("a forgotten password is set anew", async () => {
  const { email } = await member();
  const user = stranger(email);
  await callbacks((called) => user.forgotPassword(called));
  const code = await accounts.codeTo(email);
  await callbacks((called) => user.confirmPassword(code, OTHER_PASSWORD, called));
  await signedIn(email, OTHER_PASSWORD);
});

test("a password is changed", async () => {
  const { email, user } = await member();
  await nodeStyle((callback) => user.changePassword(PASSWORD, OTHER_PASSWORD, callback));
  await signedIn(email, OTHER_PASSWORD);
});

test("a name and a new e-mail are kept, and read", async () => {
  const { user } = await member();
  const next = accounts.newEmail();
  const attributes = Object.entries({ name: "Ada", email: next }).map(
    ([Name, Value]) => new CognitoUserAttribute({ Name, Value }),
  );
  await nodeStyle((callback) => user.updateAttributes(attributes, callback));
  await callbacks((called) => user.getAttributeVerificationCode("email", called));
  expect(await accounts.inbox(next)).toHaveLength(2);
  const code = await accounts.codeTo(next);
  await callbacks((called) => user.verifyAttribute("email", code, called));
  await nodeStyle((callback) => user.deleteAttributes(["name"], callback));
  const kept = (await nodeStyle<CognitoUserAttribute[]>((callback) => user.getUserAttributes(callback))) ?? [];
  expect(Object.fromEntries(kept.map(({ Name, Value }) => [Name, Value]))).toEqual({
    sub: expect.any(String),
    email: next,
    email_verified: "true",
  });
});

test("an authenticator app is set up and asked for", async () => {
  const { email, user } = await member();
  const secret = await new Promise<string>((associateSecretCode, onFailure) => {
    user.associateSoftwareToken({ associateSecretCode, onFailure });
  });
  const code = totpAt(secret, Math.floor(accounts.localAws.clock.now() / 30_000));
  await callbacks((called) => user.verifySoftwareToken(code, "phone", called));
  const factor = { Enabled: true, PreferredMfa: true };
  await nodeStyle((callback) => user.setUserMfaPreference(null, factor, callback));
  expect(await signIn(accounts.localAws, email, PASSWORD)).toMatchObject({ challenge: "SOFTWARE_TOKEN_MFA" });
});

test("a session is renewed, and ended everywhere", async () => {
  const { user } = await member();
  const held = user.getSignInUserSession();
  if (held === null) throw new Error("no session");
  const refreshToken = held.getRefreshToken();
  await nodeStyle((callback) => user.refreshSession(refreshToken, callback));
  await callbacks((called) => user.globalSignOut(called));
  await expect(nodeStyle((callback) => user.refreshSession(refreshToken, callback))).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
});

test("an account is deleted", async () => {
  const { email, user } = await member();
  await nodeStyle((callback) => user.deleteUser(callback));
  await expect(signIn(accounts.localAws, email, PASSWORD)).rejects.toMatchObject({ code: "NotAuthorizedException" });
});
