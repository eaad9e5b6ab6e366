import { HOUR_MS } from "@lectern/primitives";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../../../testing/browser.ts";

import { ADA, startSpeakerTabs } from "../../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

const keysIn = (indexedDB: IDBFactory) =>
  new Promise<IDBValidKey[]>((resolve) => {
    const opening = indexedDB.open("lectern");
    opening.onsuccess = () => {
      const reading = opening.result.transaction("keys").objectStore("keys").getAllKeys();
      reading.onsuccess = () => resolve(reading.result);
    };
  });

describe("tabs of one browser", () => {
  it("follow a sign-in and a sign-out in another tab", async () => {
    const browser = createBrowser();
    const [one, two] = [await tabs.openStarted(browser), await tabs.openStarted(browser)];
    await one.signIn(ADA);
    await expect.poll(() => two.getState()).toMatchObject({ status: "signed-in", email: "ada@example.org" });
    await two.signOut();
    await expect.poll(() => one.getState()).toEqual({ status: "signed-out", reason: "signed-out-elsewhere" });
    expect(two.getState()).toEqual({ status: "signed-out", reason: "signed-out" });
    await expect(one.accessToken()).rejects.toMatchObject({ code: "signed-out" });
  });

  it("stay signed out, though tokens of another tab were just being read", async () => {
    const { storage, indexedDB } = createBrowser();
    const storageEvents = new EventTarget();
    let onRead = () => {};
    const getItem = (key: string) => {
      const item = storage.getItem(key);
      onRead();
      return item;
    };
    const tab = await tabs.openStarted({
      ...createBrowser(),
      storage: { ...storage, getItem },
      indexedDB,
      storageEvents,
    });
    await tab.signIn(ADA);
    const [key, newValue] = [...storage.kept][0] ?? [];
    const states: string[] = [];
    tab.subscribe(() => states.push(tab.getState().status));
    const signedOut = new Promise<void>((resolve) => {
      onRead = () => {
        onRead = () => {};
        resolve(tab.signOut());
      };
    });
    storageEvents.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
    await signedOut;
    // The last that is done with the vault.
    await expect.poll(() => keysIn(indexedDB)).toEqual([]);
    expect(states).toEqual(["signed-out"]);
  });

  it("refresh once for all", async () => {
    const browser = createBrowser();
    const one = await tabs.openStarted(browser);
    await one.signIn(ADA);
    const two = await tabs.openStarted(browser);
    tabs.cognito.now += HOUR_MS;
    const [a, b] = await Promise.all([one.accessToken(), two.accessToken()]);
    expect(a).toBe(b);
    expect(tabs.refreshes()).toBe(1);
  });

  it("refresh each for itself where there are no locks and no channel", async () => {
    const { storage, indexedDB } = createBrowser();
    const one = await tabs.openStarted({ storage, indexedDB, openChannel: () => new BroadcastChannel("lonely") });
    await one.signIn(ADA);
    const two = await tabs.openStarted({ storage, indexedDB, openChannel: () => new BroadcastChannel("lonelier") });
    tabs.cognito.now += HOUR_MS;
    await Promise.all([one.accessToken(), two.accessToken()]);
    expect(one.getState().status).toBe("signed-in");
    expect(two.getState().status).toBe("signed-in");
  });

  it("end together when the session ended", async () => {
    const browser = createBrowser();
    const one = await tabs.openStarted(browser);
    await one.signIn(ADA);
    const two = await tabs.openStarted(browser);
    tabs.cognito.now += HOUR_MS;
    tabs.cognito.answers.REFRESH_TOKEN_AUTH = tabs.cognito.refuse(
      "NotAuthorizedException",
      "Refresh Token has expired",
    );
    await expect(one.accessToken()).rejects.toMatchObject({ code: "session-expired" });
    await expect.poll(() => two.getState()).toEqual({ status: "signed-out", reason: "session-expired" });
  });

  it("follow to another account", async () => {
    const browser = createBrowser();
    const one = await tabs.openStarted(browser);
    await one.signIn(ADA);
    const two = await tabs.openStarted(browser);
    tabs.cognito.answers.PASSWORD_VERIFIER = () => tabs.cognito.signedIn("bob@example.org", "sub-of-bob");
    tabs.cognito.now += 1;
    await one.signIn({ ...ADA, email: "bob@example.org" });
    await expect.poll(() => two.getState()).toMatchObject({ email: "bob@example.org", sub: "sub-of-bob" });
  });

  it("take up a sign-in through storage events as well", async () => {
    const { storage, indexedDB } = createBrowser();
    const storageEvents = new EventTarget();
    const one = await tabs.openStarted({ storage, indexedDB, openChannel: () => new BroadcastChannel("apart-1") });
    const two = await tabs.openStarted({
      storage,
      indexedDB,
      storageEvents,
      openChannel: () => new BroadcastChannel("apart-2"),
    });
    await one.signIn(ADA);
    const [key, newValue] = [...storage.kept][0] ?? [];
    storageEvents.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
    await expect.poll(() => two.getState().status).toBe("signed-in");
  });
});
