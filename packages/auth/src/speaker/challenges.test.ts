import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADA, startSpeakerTabs } from "../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

/** After the password, Cognito asks this. */
const asks = (ChallengeName: string, ChallengeParameters: Record<string, string> = {}, Session = "session-1") => {
  tabs.cognito.answers.PASSWORD_VERIFIER = () => ({ body: { ChallengeName, Session, ChallengeParameters } });
};
const lastBody = () => JSON.parse(tabs.cognito.received.at(-1)?.body ?? "");

describe("a second factor", () => {
  it("is an authenticator's code, which may be wrong once", async () => {
    asks("SOFTWARE_TOKEN_MFA");
    const tab = tabs.openTab();
    expect(await tab.signIn(ADA)).toEqual({ next: "totp-code" });
    expect(tab.getState().status).toBe("signed-out");
    tabs.cognito.answers.SOFTWARE_TOKEN_MFA = tabs.cognito.refuse("CodeMismatchException");
    await expect(tab.answerCode("000000")).rejects.toMatchObject({ code: "wrong-code" });
    tabs.cognito.answers.SOFTWARE_TOKEN_MFA = () => tabs.cognito.signedIn();
    expect(await tab.answerCode(" 123 456 ")).toEqual({ next: "signed-in" });
    expect(lastBody()).toMatchObject({
      Session: "session-1",
      ChallengeResponses: { USERNAME: "sub-of-ada", SOFTWARE_TOKEN_MFA_CODE: "123456" },
    });
    expect(tab.getState()).toMatchObject({ status: "signed-in", email: "ada@example.org" });
    await expect(tab.answerCode("123456")).rejects.toMatchObject({ code: "challenge-expired" });
  });

  it("is a text message's code, after it was chosen", async () => {
    asks("SELECT_MFA_TYPE", { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' });
    tabs.cognito.answers.SELECT_MFA_TYPE = () => ({
      body: {
        ChallengeName: "SMS_MFA",
        Session: "session-2",
        ChallengeParameters: { CODE_DELIVERY_DESTINATION: "+*******3456" },
      },
    });
    tabs.cognito.answers.SMS_MFA = () => tabs.cognito.signedIn();
    const tab = tabs.openTab();
    expect(await tab.signIn(ADA)).toEqual({ next: "choose-factor", factors: ["totp", "sms"] });
    expect(await tab.chooseFactor("sms")).toEqual({ next: "sms-code", sentTo: "+*******3456" });
    expect(lastBody().ChallengeResponses).toMatchObject({ ANSWER: "SMS_MFA" });
    expect(await tab.answerCode("123456")).toEqual({ next: "signed-in" });
    expect(lastBody()).toMatchObject({ Session: "session-2", ChallengeResponses: { SMS_MFA_CODE: "123456" } });
  });

  it("is set up where the pool wants one, each call with the session of the one before", async () => {
    asks("MFA_SETUP", { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' });
    tabs.cognito.answers.AssociateSoftwareToken = () => ({ body: { SecretCode: "ABCDEFGH", Session: "session-2" } });
    tabs.cognito.answers.VerifySoftwareToken = () => ({ body: { Status: "SUCCESS", Session: "session-3" } });
    tabs.cognito.answers.MFA_SETUP = () => tabs.cognito.signedIn();
    const tab = tabs.openTab();
    expect(await tab.signIn(ADA)).toEqual({
      next: "set-up-authenticator",
      key: {
        key: "ABCDEFGH",
        uri: "otpauth://totp/Lectern:ada%40example.org?secret=ABCDEFGH&issuer=Lectern",
      },
    });
    expect(lastBody()).toEqual({ Session: "session-1" });
    expect(await tab.confirmAuthenticator("123456")).toEqual({ next: "signed-in" });
    const [verified, responded] = tabs.cognito.received.slice(-2).map(({ body }) => JSON.parse(body));
    expect(verified).toEqual({ Session: "session-2", UserCode: "123456" });
    expect(responded).toMatchObject({ ChallengeName: "MFA_SETUP", Session: "session-3" });
  });

  it("may follow a new password", async () => {
    asks("NEW_PASSWORD_REQUIRED", { userAttributes: "{}", requiredAttributes: "[]" });
    tabs.cognito.answers.NEW_PASSWORD_REQUIRED = () => ({
      body: { ChallengeName: "SOFTWARE_TOKEN_MFA", Session: "session-2", ChallengeParameters: {} },
    });
    const tab = tabs.openTab();
    await tab.signIn(ADA);
    expect(await tab.answerNewPassword("better horse")).toEqual({ next: "totp-code" });
    tabs.cognito.answers.SOFTWARE_TOKEN_MFA = () => tabs.cognito.signedIn();
    expect(await tab.answerCode("123456")).toEqual({ next: "signed-in" });
    expect(lastBody().Session).toBe("session-2");
  });

  it("that comes too late, or is not supported, leads back to signing in", async () => {
    asks("SOFTWARE_TOKEN_MFA");
    const tab = tabs.openTab();
    await tab.signIn(ADA);
    await expect(tab.chooseFactor("sms")).rejects.toMatchObject({ code: "challenge-expired" });
    tabs.cognito.answers.SOFTWARE_TOKEN_MFA = tabs.cognito.refuse(
      "NotAuthorizedException",
      "Invalid session for the user, session is expired.",
    );
    await expect(tab.answerCode("123456")).rejects.toMatchObject({ code: "challenge-expired" });
    await expect(tabs.openTab().confirmSignUp("123456")).rejects.toMatchObject({ code: "challenge-expired" });
  });
});
