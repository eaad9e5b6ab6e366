import {
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { MINUTE_MS } from "@lectern/primitives";
import type { CognitoUser } from "amazon-cognito-identity-js";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { PASSWORD, startAccounts, type TestAccounts } from "../testing/accounts.ts";
import { signIn } from "../testing/sign-in.ts";
import { stepOf, totpAt } from "./totp.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());
beforeEach(() => accounts.control("settings", { secondFactor: "optional", requiredAttributes: [] }));

const STEP_MS = 30_000;
const PHONE = "+15550123456";
const codeOf = (secret: string, ahead = 0) =>
  totpAt(secret, Math.floor(accounts.localAws.clock.now() / STEP_MS) + ahead);
const wrong = (secret: string) => String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, "0");

/** Somebody whose sign-in asks for an authenticator's code. */
async function withAuthenticator() {
  const { client } = accounts;
  const email = accounts.newEmail();
  const { access: AccessToken } = await accounts.signedIn(email);
  const { SecretCode: secret = "" } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const used = codeOf(secret);
  await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: used }));
  const prefer = (Enabled: boolean, PreferredMfa = Enabled) =>
    client.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled, PreferredMfa } }));
  await prefer(true);
  return { email, AccessToken, secret, used, prefer };
}

const asked = async (email: string, password = PASSWORD) => {
  const step = await signIn(accounts.localAws, email, password);
  if (step.next !== "challenge") throw new Error(`unexpected ${step.next}`);
  return step;
};
const answer = (user: CognitoUser, code: string, factor: "SOFTWARE_TOKEN_MFA" | "SMS_MFA") =>
  new Promise((onSuccess, onFailure) => user.sendMFACode(code, { onSuccess, onFailure }, factor));

describe("an authenticator app", () => {
  it("computes RFC 6238's codes", () => {
    // Appendix B, SHA-1, the last six of eight digits; the key is "12345678901234567890".
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    expect(totpAt(secret, 1)).toBe("287082");
    expect(totpAt(secret, Math.floor(1_111_111_109 / 30))).toBe("081804");
    expect(stepOf(secret, "287082", 89_000)).toBe(1);
    expect(stepOf(secret, "287082", 90_000)).toBeUndefined();
  });

  it("is asked for after the password; a wrong code may be followed by a right one, a used one not", async () => {
    const ada = await withAuthenticator();
    const { challenge, user } = await asked(ada.email);
    expect(challenge).toBe("SOFTWARE_TOKEN_MFA");
    await expect(answer(user, wrong(ada.secret), "SOFTWARE_TOKEN_MFA")).rejects.toMatchObject({
      code: "CodeMismatchException",
    });
    await expect(answer(user, ada.used, "SOFTWARE_TOKEN_MFA")).rejects.toMatchObject({
      code: "ExpiredCodeException",
      message: "Your software token has already been used once.",
    });
    accounts.localAws.clock.advance(STEP_MS);
    await answer(user, codeOf(ada.secret), "SOFTWARE_TOKEN_MFA");
  });

  it("is refused three minutes after the password", async () => {
    const ada = await withAuthenticator();
    const { user } = await asked(ada.email);
    accounts.localAws.clock.advance(3 * MINUTE_MS);
    await expect(answer(user, codeOf(ada.secret), "SOFTWARE_TOKEN_MFA")).rejects.toMatchObject({
      code: "NotAuthorizedException",
      message: "Invalid session for the user, session is expired.",
    });
  });

  it("is verified before it counts, shown by GetUser, and turned off", async () => {
    const { client } = accounts;
    const email = accounts.newEmail();
    const { access: AccessToken } = await accounts.signedIn(email);
    const prefer = () =>
      client.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }));
    await expect(prefer()).rejects.toMatchObject({ message: "User has not verified software token mfa" });
    const { SecretCode: secret = "" } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    expect(secret).toMatch(/^[A-Z2-7]{52}$/);
    await expect(
      client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: wrong(secret) })),
    ).rejects.toMatchObject({ name: "EnableSoftwareTokenMFAException" });
    await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: codeOf(secret) }));
    await prefer();
    expect(await client.send(new GetUserCommand({ AccessToken }))).toMatchObject({
      UserMFASettingList: ["SOFTWARE_TOKEN_MFA"],
    });
    await client.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: false } }));
    await expect(signIn(accounts.localAws, email, PASSWORD)).resolves.toMatchObject({ next: "signed-in" });
  });

  it("is turned off by the administrator when it is lost", async () => {
    const ada = await withAuthenticator();
    await accounts.control("accounts", { email: ada.email, factors: [] });
    await expect(signIn(accounts.localAws, ada.email, PASSWORD)).resolves.toMatchObject({ next: "signed-in" });
  });
});

describe("a text message", () => {
  it("is no factor where the pool sends none, as it is deployed", async () => {
    const ada = await withAuthenticator();
    await accounts.control("accounts", { email: ada.email, phone: PHONE });
    const refused = await accounts.control("accounts", { email: ada.email, factors: ["SMS_MFA"] });
    expect(refused.status).toBe(400);
    await expect(
      accounts.client.send(
        new SetUserMFAPreferenceCommand({ AccessToken: ada.AccessToken, SMSMfaSettings: { Enabled: true } }),
      ),
    ).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "User does not have delivery config set to turn on SMS_MFA",
    });
    await accounts.control("settings", { sms: true });
    await accounts.control("accounts", { email: ada.email, factors: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"] });
    await accounts.control("settings", { sms: false });
    expect((await asked(ada.email)).challenge).toBe("SOFTWARE_TOKEN_MFA");
    await accounts.control("settings", { sms: true });
  });

  it("brings a code to the verified phone", async () => {
    const email = accounts.newEmail();
    await accounts.localAws.createUser({ email, password: PASSWORD });
    await accounts.control("accounts", { email, phone: PHONE, factors: ["SMS_MFA"] });
    const { challenge, parameters, user } = await asked(email);
    expect(challenge).toBe("SMS_MFA");
    expect(parameters).toMatchObject({ CODE_DELIVERY_DESTINATION: "+*******3456" });
    const [message] = await accounts.inbox(PHONE);
    expect(message?.channel).toBe("sms");
    await answer(user, message?.code ?? "", "SMS_MFA");
  });

  it("is one of two to choose from, where none is preferred", async () => {
    const ada = await withAuthenticator();
    await ada.prefer(true, false);
    await accounts.control("accounts", { email: ada.email, phone: PHONE, factors: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"] });
    const { challenge, parameters, user } = await asked(ada.email);
    expect(challenge).toBe("SELECT_MFA_TYPE");
    expect(parameters).toMatchObject({ MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' });
    const chosen = await new Promise((resolve, reject) => {
      user.sendMFASelectionAnswer("SMS_MFA", {
        onSuccess: resolve,
        onFailure: reject,
        mfaRequired: resolve,
        totpRequired: resolve,
      });
    });
    expect(chosen).toBe("SMS_MFA");
    await answer(user, await accounts.codeTo(PHONE), "SMS_MFA");
  });
});

test("no factor is turned on that the pool has not, and no two are preferred", async () => {
  const { AccessToken, email } = await withAuthenticator();
  await accounts.control("accounts", { email, phone: PHONE });
  const on = { Enabled: true, PreferredMfa: true };
  for (const settings of [
    { EmailMfaSettings: on },
    { WebAuthnMfaSettings: { Enabled: true } },
    { SMSMfaSettings: on, SoftwareTokenMfaSettings: on },
  ]) {
    await expect(
      accounts.client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings })),
    ).rejects.toMatchObject({ name: "InvalidParameterException" });
  }
});

test("a pool without second factors sets none up and asks for none", async () => {
  const { AccessToken, email } = await withAuthenticator();
  await accounts.control("settings", { secondFactor: "off" });
  const notEnabled = {
    name: "SoftwareTokenMFANotFoundException",
    message: "Software Token MFA has not been enabled by the userPool",
  };
  try {
    await expect(accounts.client.send(new AssociateSoftwareTokenCommand({ AccessToken }))).rejects.toMatchObject(
      notEnabled,
    );
    await expect(
      accounts.client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: "123456" })),
    ).rejects.toMatchObject(notEnabled);
    await expect(
      accounts.client.send(
        new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterException" });
    await expect(signIn(accounts.localAws, email, PASSWORD)).resolves.toMatchObject({ next: "signed-in" });
  } finally {
    await accounts.control("settings", { secondFactor: "optional" });
  }
});

describe("a pool that requires a second factor", () => {
  it("has one set up after the new password, with the attributes it requires", async () => {
    const { client, clientId } = accounts;
    await accounts.control("settings", { secondFactor: "required", requiredAttributes: ["name"] });
    const email = accounts.newEmail();
    await accounts.control("accounts", { email, invite: { password: PASSWORD } });
    const invited = await signIn(accounts.localAws, email, PASSWORD);
    if (invited.next !== "new-password") throw new Error(invited.next);
    expect(invited.requiredAttributes).toEqual(["name"]);
    await expect(invited.answer("Battery-Staple-2")).rejects.toMatchObject({ code: "InvalidParameterException" });
    const challenged = await invited.answer("Battery-Staple-2", { name: "Ada" }).catch((reason: unknown) => reason);
    expect(challenged).toBe("MFA_SETUP");

    const { user } = await asked(email, "Battery-Staple-2");
    const { Session } = user as CognitoUser & { Session: string };
    const respond = (session: string | undefined) =>
      client.send(
        new RespondToAuthChallengeCommand({
          ChallengeName: "MFA_SETUP",
          ClientId: clientId,
          Session: session,
          ChallengeResponses: { USERNAME: user.getUsername() },
        }),
      );
    await expect(respond(Session)).rejects.toMatchObject({ name: "InvalidParameterException" });
    const begun = await client.send(new AssociateSoftwareTokenCommand({ Session }));
    const verified = await client.send(
      new VerifySoftwareTokenCommand({ Session: begun.Session, UserCode: codeOf(begun.SecretCode ?? "") }),
    );
    expect(verified.Status).toBe("SUCCESS");
    const { AuthenticationResult } = await respond(verified.Session);
    const { UserMFASettingList, PreferredMfaSetting } = await client.send(
      new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }),
    );
    expect({ UserMFASettingList, PreferredMfaSetting }).toEqual({
      UserMFASettingList: ["SOFTWARE_TOKEN_MFA"],
      PreferredMfaSetting: "SOFTWARE_TOKEN_MFA",
    });
    expect((await asked(email, "Battery-Staple-2")).challenge).toBe("SOFTWARE_TOKEN_MFA");
  });
});
