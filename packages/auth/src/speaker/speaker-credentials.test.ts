import { HOUR_MS } from "@lectern/primitives";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADA, startSpeakerTabs } from "../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
let given = 0;
beforeEach(async () => {
  given = 0;
  tabs = await startSpeakerTabs();
  const { cognito } = tabs;
  cognito.answers.GetId = () => ({ body: { IdentityId: "us-east-1:identity" } });
  cognito.answers.GetCredentialsForIdentity = () => ({
    body: {
      IdentityId: "us-east-1:identity",
      Credentials: {
        AccessKeyId: `ASIA${++given}`,
        SecretKey: "secret",
        SessionToken: "session",
        Expiration: cognito.now / 1000 + 3600,
      },
    },
  });
});
afterEach(() => tabs.close());

const asked = (operation: string) => tabs.cognito.received.filter((request) => request.operation === operation);

describe("the speaker's AWS credentials", () => {
  it("come by the enhanced flow, for the id token under the User Pool's name", async () => {
    const tab = await tabs.signedIn();
    expect(await tab.credentials()).toEqual({
      accessKeyId: "ASIA1",
      secretAccessKey: "secret",
      sessionToken: "session",
      expiration: new Date(tabs.cognito.now + HOUR_MS),
    });
    const { Logins } = JSON.parse(asked("GetCredentialsForIdentity")[0]?.body ?? "");
    expect(Object.keys(Logins)).toEqual(["cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab12Cd34E"]);
    expect(JSON.parse(atob(Object.values<string>(Logins)[0]?.split(".")[1] ?? ""))).toMatchObject({ token_use: "id" });
  });

  it("are shared, kept, and renewed five minutes before their end with a token of then", async () => {
    const tab = await tabs.signedIn();
    const [a, b] = await Promise.all([tab.credentials(), tab.credentials()]);
    expect(b).toBe(a);
    tabs.cognito.now += HOUR_MS - 6 * 60_000;
    expect(await tab.credentials()).toBe(a);
    tabs.cognito.now += 2 * 60_000;
    expect((await tab.credentials()).accessKeyId).toBe("ASIA2");
    expect(asked("GetId")).toHaveLength(1);
    expect(tabs.refreshes()).toBe(1);
  });

  it("are not kept for the next speaker who signs in", async () => {
    const tab = await tabs.signedIn();
    await tab.credentials();
    await tab.signOut();
    await expect(tab.credentials()).rejects.toMatchObject({ code: "signed-out" });
    await tab.signIn(ADA);
    expect((await tab.credentials()).accessKeyId).toBe("ASIA2");
    expect(asked("GetId")).toHaveLength(2);
  });

  it("are asked for once more with a fresh token and identity when refused", async () => {
    const usual = tabs.cognito.answers.GetCredentialsForIdentity;
    let refused = 0;
    tabs.cognito.answers.GetCredentialsForIdentity = (request) =>
      refused++ === 0 ? tabs.cognito.refuse("NotAuthorizedException", "Invalid login token.")() : usual?.(request);
    const tab = await tabs.signedIn();
    expect((await tab.credentials()).accessKeyId).toBe("ASIA1");
    expect(tabs.refreshes()).toBe(1);
  });

  it("end with the session when that was signed out elsewhere", async () => {
    tabs.cognito.answers.GetId = tabs.cognito.refuse("NotAuthorizedException", "Invalid login token.");
    tabs.cognito.answers.REFRESH_TOKEN_AUTH = tabs.cognito.refuse(
      "NotAuthorizedException",
      "Refresh Token has been revoked",
    );
    const tab = await tabs.signedIn();
    await expect(tab.credentials()).rejects.toMatchObject({ code: "session-expired" });
    expect(tab.getState()).toEqual({ status: "signed-out", reason: "session-expired" });
  });

  it.each([
    ["ResourceNotFoundException", "identity-pool-not-found"],
    ["NotAuthorizedException", "identity-pool-invalid"],
    ["ValidationException", "identity-pool-invalid"],
    ["InvalidIdentityPoolConfigurationException", "speaker-role-refused"],
    ["SomethingNewException", "unavailable"],
    ["constructor", "unavailable"],
  ])("refused with %s are %s, and may be asked for again", async (type, code) => {
    const usual = tabs.cognito.answers.GetCredentialsForIdentity;
    tabs.cognito.answers.GetCredentialsForIdentity = tabs.cognito.refuse(type, "no");
    const tab = await tabs.signedIn();
    await expect(tab.credentials()).rejects.toMatchObject({ name: "AuthError", code });
    expect(tab.getState().status).toBe("signed-in");
    tabs.cognito.answers.GetCredentialsForIdentity = usual;
    expect((await tab.credentials()).accessKeyId).toBe("ASIA1");
  });
});
