import { HOUR_MS } from "@lectern/primitives";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../../../testing/browser.ts";
import { mapStorage } from "../../../testing/http-server.ts";
import { ADA, startSpeakerTabs } from "../../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

describe("a sign-in of this tab only", () => {
  it("survives a reload as ciphertext, and is in no other tab", async () => {
    const browser = createBrowser();
    const [one, two] = [
      { ...browser, tabStorage: mapStorage() },
      { ...browser, tabStorage: mapStorage() },
    ];
    const tab = tabs.openTab(one);
    await tab.signIn({ ...ADA, persistence: "tab" });
    expect(browser.storage.kept.size).toBe(0);
    expect(JSON.stringify([...one.tabStorage.kept])).not.toContain("refresh-token-1");
    expect((await tabs.openStarted(one)).getState().status).toBe("signed-in");
    expect((await tabs.openStarted(two)).getState().status).toBe("signed-out");
    await tab.signOut();
    expect(one.tabStorage.kept.size).toBe(0);
  });

  it("goes on while others sign in and out, and leaves theirs alone", async () => {
    const browser = createBrowser();
    const own = tabs.openTab({ ...browser, tabStorage: mapStorage() });
    await own.signIn({ ...ADA, persistence: "tab" });
    const changes: unknown[] = [];
    own.subscribe(() => changes.push(own.getState()));
    const other = await tabs.openStarted(browser);
    tabs.cognito.answers.PASSWORD_VERIFIER = () => tabs.cognito.signedIn("bob@example.org", "sub-of-bob");
    tabs.cognito.now += 1;
    await other.signIn({ ...ADA, email: "bob@example.org" });
    const third = await tabs.openStarted(browser);
    await other.signOut();
    await expect.poll(() => third.getState().status).toBe("signed-out");
    tabs.cognito.now += 1;
    await third.signIn(ADA);
    await expect.poll(() => other.getState().status).toBe("signed-in");
    expect(changes).toEqual([]);
    await own.signOut();
    tabs.cognito.now += HOUR_MS;
    await third.accessToken();
    expect(third.getState().status).toBe("signed-in");
  });
});

describe("two tabs of one browser", () => {
  it("that sign in at the same moment, and out at the same moment, agree", async () => {
    const browser = createBrowser();
    const [one, two] = [await tabs.openStarted(browser), await tabs.openStarted(browser)];
    await Promise.all([one.signIn(ADA), two.signIn(ADA)]);
    expect([one.getState().status, two.getState().status]).toEqual(["signed-in", "signed-in"]);
    await Promise.all([one.signOut(), two.signOut()]);
    expect([one.getState().status, two.getState().status]).toEqual(["signed-out", "signed-out"]);
    expect(browser.storage.kept.size).toBe(0);
    expect((await tabs.openStarted(browser)).getState().status).toBe("signed-out");
  });

  it("work on where the disk is full", async () => {
    const browser = createBrowser();
    const storage = {
      ...browser.storage,
      setItem: () => {
        throw new DOMException("Full.", "QuotaExceededError");
      },
    };
    const tab = await tabs.openStarted({ ...browser, storage });
    await tab.signUp(ADA);
    expect(await tab.signIn(ADA)).toEqual({ next: "signed-in" });
    expect(await tab.accessToken()).toBeTruthy();
  });
});
