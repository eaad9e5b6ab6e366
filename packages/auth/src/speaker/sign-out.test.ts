import { HOUR_MS } from "@lectern/primitives";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";

import { startSpeakerTabs } from "../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

describe("signing out", () => {
  it("forgets everything here and has the refresh token revoked", async () => {
    const browser = createBrowser();
    const tab = await tabs.signedIn(browser);
    await tab.signOut();
    expect(tab.getState()).toEqual({ status: "signed-out", reason: "signed-out" });
    expect(browser.storage.kept.size).toBe(0);
    expect(JSON.parse(tabs.cognito.received.at(-1)?.body ?? "")).toMatchObject({ Token: "refresh-token-1" });
    await expect(tab.accessToken()).rejects.toMatchObject({ code: "signed-out" });
  });

  it("never fails, whatever AWS says", async () => {
    tabs.cognito.answers.RevokeToken = tabs.cognito.refuse("UnsupportedTokenTypeException");
    const tab = await tabs.signedIn();
    await tab.signOut();
    await tab.signOut();
    expect(tab.getState().status).toBe("signed-out");
  });

  it("everywhere asks AWS first, and keeps the session when that fails", async () => {
    const tab = await tabs.signedIn();
    tabs.cognito.answers.GlobalSignOut = tabs.cognito.refuse("TooManyRequestsException");
    await expect(tab.signOutEverywhere()).rejects.toMatchObject({ code: "throttled" });
    expect(tab.getState().status).toBe("signed-in");
    delete tabs.cognito.answers.GlobalSignOut;
    await tab.signOutEverywhere();
    expect(tab.getState()).toEqual({ status: "signed-out", reason: "signed-out" });
  });

  it("is not undone by a refresh that was on its way", async () => {
    const browser = createBrowser();
    const tab = await tabs.signedIn(browser);
    tabs.cognito.now += HOUR_MS;
    let answer = () => {};
    tabs.cognito.answers.REFRESH_TOKEN_AUTH = async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { body: { AuthenticationResult: tabs.cognito.tokens() } };
    };
    const waiting = tab.accessToken();
    await expect.poll(() => tabs.refreshes()).toBe(1);
    await tab.signOut();
    answer();
    await expect(waiting).rejects.toMatchObject({ code: "signed-out" });
    expect(tab.getState().status).toBe("signed-out");
    expect(browser.storage.kept.size).toBe(0);
  });
});
