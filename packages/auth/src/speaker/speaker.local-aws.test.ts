import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import { HOUR_MS } from "@lectern/primitives";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";
import { parseConfiguration } from "../configuration/index.ts";
import { createSpeakerAuth, type SpeakerAuth, type SpeakerAuthEnvironment } from "./index.ts";

const ADA = { email: "ada@example.org", password: "Correct-Horse-1" };

let aws: LocalAws;
const open: SpeakerAuth[] = [];
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off" });
  await aws.createUser(ADA);
});
afterEach(() => {
  for (const tab of open.splice(0)) tab.close();
});
afterAll(() => aws.close());

function openTab(browser: SpeakerAuthEnvironment = createBrowser(), env: Record<string, string> = {}): SpeakerAuth {
  const parsed = parseConfiguration({ ...aws.env, VITE_ENCRYPTION_KEY: "k".repeat(32), ...env }, "speaker");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // A device whose clock is wrong and stands still: only what AWS and the session API tell can be right.
  const tab = createSpeakerAuth(parsed.configuration, {
    now: () => 0,
    steadyNow: () => 0,
    random: () => 0,
    ...browser,
  });
  open.push(tab);
  return tab;
}

async function signedIn(browser?: SpeakerAuthEnvironment): Promise<SpeakerAuth> {
  const tab = openTab(browser);
  await tab.signIn(ADA);
  return tab;
}

/** The session API tells the time, as it does with every answer. */
const tellTime = (tab: SpeakerAuth) => tab.setClockOffset(aws.clock.now());

describe("a speaker, against local-aws", () => {
  it("signs in by SRP and comes back after a reload", async () => {
    const browser = createBrowser();
    const tab = await signedIn(browser);
    expect(tab.getState()).toMatchObject({ status: "signed-in", email: ADA.email });
    const reloaded = openTab(browser);
    expect(await reloaded.accessToken()).toBe(await tab.accessToken());
  });

  it("is refused with a wrong password and as somebody unknown, alike", async () => {
    await expect(openTab().signIn({ ...ADA, password: "Wrong-Horse-1" })).rejects.toMatchObject({
      code: "wrong-credentials",
    });
    await expect(openTab().signIn({ ...ADA, email: "nobody@example.org" })).rejects.toMatchObject({
      code: "wrong-credentials",
    });
  });

  it("replaces a temporary password", async () => {
    const bob = { email: "bob@example.org", password: "Temporary-Horse-1" };
    await aws.createUser({ ...bob, temporary: true });
    const tab = openTab();
    expect(await tab.signIn(bob)).toMatchObject({ next: "new-password" });
    await expect(tab.answerNewPassword("short")).rejects.toMatchObject({ code: "password-policy" });
    expect(await tab.answerNewPassword("Lasting-Horse-1")).toEqual({ next: "signed-in" });
    expect(await openTab().signIn({ ...bob, password: "Lasting-Horse-1" })).toEqual({ next: "signed-in" });
  });

  it("gets AWS credentials of the speaker's role", async () => {
    const tab = await signedIn();
    const credentials = await tab.credentials();
    expect(credentials.accessKeyId).toMatch(/^ASIA/);
    expect(credentials.expiration.getTime()).toBeGreaterThan(aws.clock.now() + HOUR_MS - 60_000);
    expect(await tab.credentials()).toBe(credentials);
  });

  it("refreshes tokens and renews credentials as AWS's time goes on", async () => {
    let now = aws.clock.now();
    const tab = await signedIn({ ...createBrowser(), now: () => now });
    const [token, credentials] = [await tab.accessToken(), await tab.credentials()];
    aws.clock.advance(HOUR_MS - 60_000);
    now += HOUR_MS - 60_000;
    expect(await tab.accessToken()).not.toBe(token);
    expect((await tab.credentials()).accessKeyId).not.toBe(credentials.accessKeyId);
  });

  it("has its refresh token revoked by signing out", async () => {
    const browser = createBrowser();
    const tab = await signedIn(browser);
    const copy = { ...browser, storage: createBrowser().storage, openChannel: createBrowser().openChannel };
    for (const [key, value] of browser.storage.kept) copy.storage.setItem(key, value);
    // Read before the key is deleted.
    const held = openTab(copy);
    await held.start();
    await tab.signOut();
    aws.clock.advance(HOUR_MS);
    tellTime(held);
    await expect(held.accessToken()).rejects.toMatchObject({ code: "session-expired" });
  });

  it("signed out everywhere, is signed out on the other device too", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await here.signOutEverywhere();
    aws.clock.advance(HOUR_MS);
    tellTime(there);
    await expect(there.accessToken()).rejects.toMatchObject({ code: "session-expired" });
    expect(there.getState()).toEqual({ status: "signed-out", reason: "session-expired" });
  });

  it.each([
    ["VITE_COGNITO_CLIENT_ID", "0123456789abcdefghijklmnop", "user-pool-not-found"],
    ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1:00000000-0000-0000-0000-000000000000", "identity-pool-not-found"],
  ])("is told what is wrong with %s", async (variable, value, code) => {
    const tab = openTab(createBrowser(), { [variable]: value });
    const trying = tab.signIn(ADA).then(() => tab.credentials());
    await expect(trying).rejects.toMatchObject({ code });
  });
});
