import { HOUR_MS } from "@lectern/primitives";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBrowser } from "../../../testing/browser.ts";

import { ADA, startSpeakerTabs } from "../../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

describe("the session", () => {
  it("comes back after a reload, without a request", async () => {
    const browser = createBrowser();
    const before = await (await tabs.signedIn(browser)).accessToken();
    const asked = tabs.cognito.received.length;
    const tab = tabs.openTab(browser);
    await tab.start();
    expect(tab.getState()).toEqual({ status: "signed-in", email: "ada@example.org", sub: "sub-of-ada" });
    expect(await tab.accessToken()).toBe(before);
    expect(tabs.cognito.received).toHaveLength(asked);
  });

  it("is on disk as ciphertext only", async () => {
    const browser = createBrowser();
    const tab = await tabs.signedIn(browser);
    const disk = JSON.stringify([...browser.storage.kept]);
    for (const part of [...(await tab.accessToken()).split("."), "refresh-token-1", ADA.email])
      expect(disk).not.toContain(part);
    expect(browser.storage.kept.size).toBe(1);
  });

  it("does not come along with a copied localStorage, nor survive a changed encryption key", async () => {
    const browser = createBrowser();
    await tabs.signedIn(browser);
    const thief = createBrowser();
    for (const [key, value] of browser.storage.kept) thief.storage.setItem(key, value);
    const stolen = tabs.openTab(thief);
    await stolen.start();
    expect(stolen.getState()).toEqual({ status: "signed-out" });
    const rekeyed = tabs.openTab(browser, "n".repeat(32));
    await rekeyed.start();
    expect(rekeyed.getState()).toEqual({ status: "signed-out" });
    expect(await rekeyed.signIn(ADA)).toEqual({ next: "signed-in" });
  });

  it("sets no timer longer than browsers can, however long its tokens live", async () => {
    tabs.cognito.lifetimeSeconds = 10 * 365 * 24 * 3600;
    const timer = vi.spyOn(globalThis, "setTimeout");
    await tabs.signedIn();
    const delays = timer.mock.calls.map(([, delayMs = 0]) => delayMs);
    timer.mockRestore();
    expect(Math.max(...delays)).toBe(2 ** 31 - 1);
  });

  it("lives as long as the page where storage is forbidden", async () => {
    const forbid = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    const tab = await tabs.signedIn({
      ...createBrowser(),
      storage: { getItem: forbid, setItem: forbid, removeItem: forbid },
    });
    expect(tab.getState().status).toBe("signed-in");
    tabs.cognito.now += HOUR_MS;
    await tab.accessToken();
    expect(tabs.refreshes()).toBe(1);
    await tab.signOut();
    expect(tab.getState()).toEqual({ status: "signed-out", reason: "signed-out" });
  });

  it("is refreshed five minutes before its tokens end, once for all who ask", async () => {
    // Without locks: nothing but this tab itself keeps its callers together.
    const { storage, indexedDB, openChannel } = createBrowser();
    const tab = await tabs.signedIn({ storage, indexedDB, openChannel });
    const first = await tab.accessToken();
    tabs.cognito.now += HOUR_MS - 6 * 60_000;
    expect(await tab.accessToken()).toBe(first);
    tabs.cognito.now += 2 * 60_000;
    const [a, b] = await Promise.all([tab.accessToken(), tab.accessToken()]);
    expect(a).not.toBe(first);
    expect(b).toBe(a);
    expect(tabs.refreshes()).toBe(1);
  });

  it("is refreshed by itself, without anybody asking", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const tab = await tabs.signedIn();
      tabs.cognito.now += HOUR_MS - 4 * 60_000;
      vi.advanceTimersByTime(HOUR_MS - 4 * 60_000);
      vi.useRealTimers();
      await expect.poll(() => tabs.cognito.issued).toBe(2);
      expect(await tab.accessToken()).toContain(".");
      expect(tabs.refreshes()).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("restores tokens that ended while the page was closed by refreshing them", async () => {
    const browser = createBrowser();
    await tabs.signedIn(browser);
    tabs.cognito.now += 2 * HOUR_MS;
    const tab = tabs.openTab(browser);
    await tab.start();
    expect(tab.getState().status).toBe("signed-in");
    expect(tabs.refreshes()).toBe(1);
  });

  it.each(["Refresh Token has been revoked", "User is disabled."])(
    "ends when AWS refuses the refresh: %s",
    async (message) => {
      const browser = createBrowser();
      await tabs.signedIn(browser);
      tabs.cognito.now += 2 * HOUR_MS;
      tabs.cognito.answers.REFRESH_TOKEN_AUTH = tabs.cognito.refuse("NotAuthorizedException", message);
      const tab = tabs.openTab(browser);
      await tab.start();
      expect(tab.getState()).toEqual({ status: "signed-out", reason: "session-expired" });
      expect(tabs.refreshes()).toBe(1);
      expect(browser.storage.kept.size).toBe(0);
      await expect(tab.accessToken()).rejects.toMatchObject({ code: "session-expired" });
    },
  );

  it("goes on while AWS is out of reach, and serves tokens until they end", async () => {
    const tab = await tabs.signedIn();
    const first = await tab.accessToken();
    tabs.cognito.now += HOUR_MS - 2 * 60_000;
    tabs.cognito.answers.REFRESH_TOKEN_AUTH = () => ({ status: 503, body: "" });
    expect(await tab.accessToken()).toBe(first);
    tabs.cognito.now += 5 * 60_000;
    await expect(tab.accessToken()).rejects.toMatchObject({ code: "unavailable" });
    expect(tab.getState().status).toBe("signed-in");
    delete tabs.cognito.answers.REFRESH_TOKEN_AUTH;
    expect(await tab.accessToken()).not.toBe(first);
  });

  it("stays signed in after a reload without network", async () => {
    const browser = createBrowser();
    await tabs.signedIn(browser);
    tabs.cognito.now += 2 * HOUR_MS;
    tabs.cognito.answers.REFRESH_TOKEN_AUTH = () => ({ status: 503, body: "" });
    const tab = tabs.openTab(browser);
    await tab.start();
    expect(tab.getState().status).toBe("signed-in");
  });

  it.each([-5 * HOUR_MS, 5 * HOUR_MS])("works with a device clock wrong by %i ms", async (wrongByMs) => {
    const browser = { ...createBrowser(), now: () => tabs.cognito.now + wrongByMs };
    const tab = await tabs.signedIn(browser);
    const first = await tab.accessToken();
    tabs.cognito.now += 50 * 60_000;
    expect(await tab.accessToken()).toBe(first);
    const reloaded = tabs.openTab(browser);
    expect(await reloaded.accessToken()).toBe(first);
    expect(tabs.refreshes()).toBe(0);
    tabs.cognito.now += 6 * 60_000;
    expect(await reloaded.accessToken()).not.toBe(first);
  });

  it("is refreshed in time although the device's clock is set while the page is open or closed", async () => {
    let wrongByMs = 5 * HOUR_MS;
    let steadyNow = 0;
    const browser = { ...createBrowser(), now: () => tabs.cognito.now + wrongByMs, steadyNow: () => steadyNow };
    const tab = await tabs.signedIn(browser);
    wrongByMs = 0;
    tabs.cognito.now += HOUR_MS - 60_000;
    steadyNow += HOUR_MS - 60_000;
    await tab.accessToken();
    expect(tabs.refreshes()).toBe(1);
    wrongByMs = -HOUR_MS;
    await tabs.openTab(browser).accessToken();
    expect(tabs.refreshes()).toBe(2);
  });

  it("believes server time once told", async () => {
    const tab = await tabs.signedIn({ ...createBrowser(), now: () => Date.UTC(2020, 0) });
    tabs.cognito.now += HOUR_MS;
    tab.setClockOffset(tabs.cognito.now - Date.UTC(2020, 0));
    await tab.accessToken();
    expect(tabs.refreshes()).toBe(1);
  });

  it("signs nobody in by tokens that cannot be read", async () => {
    tabs.cognito.answers.PASSWORD_VERIFIER = () => ({
      body: { AuthenticationResult: { IdToken: "a.b.c", AccessToken: "a.b.c", RefreshToken: "r" } },
    });
    const browser = createBrowser();
    const tab = tabs.openTab(browser);
    await expect(tab.signIn(ADA)).rejects.toMatchObject({ code: "unavailable" });
    expect(tab.getState().status).toBe("signed-out");
    expect(browser.storage.kept.size).toBe(0);
    await expect(tab.accessToken()).rejects.toMatchObject({ code: "signed-out" });
    await expect(tab.credentials()).rejects.toMatchObject({ code: "signed-out" });
  });
});
