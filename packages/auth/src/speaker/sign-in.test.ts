import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";
import { startFakeCognito } from "../../testing/fake-cognito.ts";
import { ADA, startSpeakerTabs } from "../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

describe("signing in", () => {
  it("goes from restoring to signed out, then to signed in as the speaker", async () => {
    const tab = tabs.openTab();
    const seen = [tab.getState()];
    tab.subscribe(() => seen.push(tab.getState()));
    await tab.start();
    expect(await tab.signIn({ ...ADA, email: "  ada@example.org " })).toEqual({ next: "signed-in" });
    expect(seen).toEqual([
      { status: "restoring" },
      { status: "signed-out" },
      { status: "signed-in", email: "ada@example.org", sub: "sub-of-ada" },
    ]);
    expect(JSON.parse(tabs.cognito.received[0]?.body ?? "").AuthParameters.USERNAME).toBe("ada@example.org");
  });

  it("sends no password over the wire", async () => {
    await tabs.signedIn();
    for (const { body } of tabs.cognito.received) expect(body).not.toContain(ADA.password);
  });

  it("asks for a new password in place of a temporary one", async () => {
    tabs.cognito.answers.PASSWORD_VERIFIER = () => ({
      body: {
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: "session-of-challenge",
        ChallengeParameters: { userAttributes: "{}", requiredAttributes: '["userAttributes.name"]' },
      },
    });
    const tab = tabs.openTab();
    expect(await tab.signIn(ADA)).toEqual({ next: "new-password", requiredAttributes: ["name"] });
    expect(tab.getState().status).toBe("signed-out");
    await expect(tab.answerNewPassword("better horse", { name: "\u200b\u3164" })).rejects.toMatchObject({
      code: "attributes-refused",
    });
    expect(await tab.answerNewPassword("better horse", { name: "\u202eAda " })).toEqual({ next: "signed-in" });
    expect(tab.getState().status).toBe("signed-in");
    const answer = JSON.parse(tabs.cognito.received.at(-1)?.body ?? "");
    expect(answer.ChallengeResponses).toMatchObject({ NEW_PASSWORD: "better horse", "userAttributes.name": "Ada" });
    expect(answer.Session).toBe("session-of-challenge");
  });

  it("lets a refused new password be answered again", async () => {
    tabs.cognito.answers.PASSWORD_VERIFIER = () => ({
      body: {
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: "s",
        ChallengeParameters: { userAttributes: "{}", requiredAttributes: "[]" },
      },
    });
    tabs.cognito.answers.NEW_PASSWORD_REQUIRED = tabs.cognito.refuse("InvalidPasswordException", "Password too short");
    const tab = tabs.openTab();
    await tab.signIn(ADA);
    await expect(tab.answerNewPassword("short")).rejects.toMatchObject({ code: "password-policy" });
    tabs.cognito.answers.NEW_PASSWORD_REQUIRED = tabs.cognito.refuse(
      "NotAuthorizedException",
      "Invalid session for the user.",
    );
    await expect(tab.answerNewPassword("longer now")).rejects.toMatchObject({ code: "challenge-expired" });
    delete tabs.cognito.answers.NEW_PASSWORD_REQUIRED;
    expect(await tab.answerNewPassword("longer now")).toEqual({ next: "signed-in" });
    await expect(tab.answerNewPassword("again")).rejects.toMatchObject({ code: "challenge-expired" });
  });

  it.each(["MFA_SETUP", "SELECT_MFA_TYPE", "CUSTOM_CHALLENGE", "EMAIL_OTP", "SOMETHING_NEW"])(
    "names a challenge it cannot answer, and never hangs: %s",
    async (challenge) => {
      tabs.cognito.answers.PASSWORD_VERIFIER = () => ({
        body: { ChallengeName: challenge, Session: "s", ChallengeParameters: {} },
      });
      const browser = createBrowser();
      const tab = tabs.openTab(browser);
      await expect(tab.signIn(ADA)).rejects.toMatchObject({ code: "challenge-not-supported" });
      expect(tab.getState().status).toBe("signed-out");
      expect(browser.storage.kept.size).toBe(0);
    },
  );

  it.each([
    ["NotAuthorizedException", "Incorrect username or password.", "wrong-credentials"],
    ["UserNotFoundException", "User does not exist.", "wrong-credentials"],
    ["NotAuthorizedException", "Password attempts exceeded", "too-many-attempts"],
    ["NotAuthorizedException", "User is disabled.", "sign-in-refused"],
    [
      "NotAuthorizedException",
      "Temporary password has expired and must be reset by an administrator.",
      "temporary-password-expired",
    ],
    [
      "NotAuthorizedException",
      "Client x is configured with secret but SECRET_HASH was not received",
      "user-pool-invalid",
    ],
    ["TooManyRequestsException", "", "throttled"],
    ["LimitExceededException", "", "too-many-attempts"],
    ["ResourceNotFoundException", "User pool client x does not exist.", "user-pool-not-found"],
    ["InvalidParameterException", "USER_SRP_AUTH is not enabled for the client.", "user-pool-invalid"],
    ["InvalidParameterException", "Value at 'username' failed to satisfy constraint", "wrong-credentials"],
    ["UserLambdaValidationException", "PreAuthentication failed", "sign-in-refused"],
    ["InternalErrorException", "", "unavailable"],
    ["SomethingNewException", "", "unavailable"],
    ["constructor", "", "unavailable"],
  ])("translates %s (%s) to %s", async (type, message, code) => {
    tabs.cognito.answers.USER_SRP_AUTH = tabs.cognito.refuse(type, message);
    await expect(tabs.openTab().signIn(ADA)).rejects.toMatchObject({ name: "AuthError", code });
  });

  it.each([
    ["UserNotConfirmedException", "confirm-sign-up"],
    ["PasswordResetRequiredException", "reset-password"],
  ])("leads from %s to %s", async (type, next) => {
    tabs.cognito.answers.PASSWORD_VERIFIER = tabs.cognito.refuse(type);
    expect(await tabs.openTab().signIn(ADA)).toEqual({ next, email: ADA.email });
  });

  it("says when AWS answers nonsense, or nothing", async () => {
    tabs.cognito.answers.USER_SRP_AUTH = () => ({ status: 502, body: "<html>" });
    await expect(tabs.openTab().signIn(ADA)).rejects.toMatchObject({ code: "unavailable" });
    tabs.cognito.answers.USER_SRP_AUTH = () => ({ body: {} });
    await expect(tabs.openTab().signIn(ADA)).rejects.toMatchObject({ code: "unavailable" });
    const gone = await startFakeCognito();
    await gone.close();
    tabs.cognito.url = gone.url;
    await expect(tabs.openTab().signIn(ADA)).rejects.toMatchObject({ code: "network" });
  });
});
