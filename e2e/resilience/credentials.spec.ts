import type { BrowserContext, Page } from "@playwright/test";
import { passNineMinutes } from "../lib/advance-clock.ts";
import { chromiumOptions } from "../lib/chromium.ts";
import { BY_ITSELF_MS, gapDuring, inTime, NEVER_STOPS_MS, note, startHearing } from "../lib/continuous.ts";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  openSpeaker,
  signIn,
  state,
} from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { expect, test } from "../lib/test.ts";

test.use({ launchOptions: chromiumOptions({ microphone: "steady" }) });

const notice = (page: Page) => page.getByRole("alert");

for (const [fault, change] of [
  ["The speaker is signed out elsewhere", { signOut: true }],
  ["The speaker's account is disabled", { enabled: false }],
] as const) {
  test(`${fault}, and their tokens end: who hears goes on hearing`, async ({ browser }, info) => {
    const speaker = await openSpeaker(browser);
    const link = await checkMicrophone(speaker);
    await goLive(speaker);
    const listener = await openListener(browser, link);
    await listen(listener);
    const hearing = await startHearing(listener, speaker);
    const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
      await localAws.account(change);
      // Told within the hour, by the first token or credentials that cannot be renewed.
      const told = notice(speaker).filter({ hasText: "You were signed out" });
      await passNineMinutes(7, told);
      await expect(told).toBeVisible();
      await expect(state(listener)).toHaveAttribute("data-state", "playing");

      if ("enabled" in change) {
        await signIn(speaker);
        await expect(speaker.getByText("You may not sign in")).toBeVisible();
        await localAws.account({ enabled: true });
      }
      await signIn(speaker);
      await expect(state(speaker)).toHaveAttribute("data-state", "live");
      await expect(notice(speaker)).toHaveCount(0);
      const newcomer = await openListener(browser, link);
      await listen(newcomer);
      await newcomer.context().close();
    });
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    note(info, { fault, sees: "The speaker is asked to sign in again, and stays on air", gapMs });
    await endSession(speaker);
  });
}

test("the speaker's role is withdrawn and given back", async ({ browser }, info) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener, speaker);
  const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
    const tookMs = await inTime(BY_ITSELF_MS, async (begin) => {
      await localAws.settings({ withdrawnRoles: ["speaker"] });
      await localAws.fault("closeSockets", { service: "signaling" });
      await expect(notice(speaker).filter({ hasText: "Nobody new gets in" })).toBeVisible();
      const newcomer = await openListener(browser, link);
      await newcomer.getByRole("button", { name: "Listen" }).click();
      await localAws.settings({ withdrawnRoles: [] });
      await expect(state(speaker)).toHaveAttribute("data-state", "live");
      await begin();
      const since = Date.now();
      await expect(state(newcomer)).toHaveAttribute("data-state", "playing");
      const playingMs = Date.now() - since;
      await newcomer.context().close();
      return playingMs;
    });
    expect(tookMs).toBeLessThan(BY_ITSELF_MS);
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault: "The speaker's role is withdrawn", sees: "The speaker is told; newcomers wait", gapMs });
  await endSession(speaker);
});

test("the listeners' role is withdrawn and given back", async ({ browser }, info) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener, speaker);
  const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
    const since = await hearing.now();
    await localAws.settings({ withdrawnRoles: ["guest"] });
    await localAws.fault("closeSockets", { service: "signaling" });
    const newcomer = await openListener(browser, link);
    await expect(state(newcomer)).toHaveAttribute("data-state", "failed");
    await expect(state(newcomer)).toHaveAttribute("data-code", "guest-role-refused");
    await localAws.settings({ withdrawnRoles: [] });
    await newcomer.getByRole("button", { name: "Try again" }).click();
    await listen(newcomer);
    expect(await hearing.states(since)).toEqual([]);
    await newcomer.context().close();
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault: "The listeners' role is withdrawn", sees: "Newcomers are told; who listens, nothing", gapMs });
  await endSession(speaker);
});

const MINUTE_MS = 60_000;

/** A device whose clock is wrong by so much. */
const withClock = (offsetMs: number) => async (context: BrowserContext) => {
  await context.addInitScript((offset) => {
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [Real.now() + offset] : given) as [number]));
      }
      static override now() {
        return Real.now() + offset;
      }
    } as DateConstructor;
  }, offsetMs);
};

const hours = (minutes: number) => `${Math.abs(minutes)} minutes ${minutes < 0 ? "slow" : "fast"}`;

for (const [speakerMinutes, listenerMinutes, newcomerMinutes] of [
  [-120, 120, 10],
  [10, -10, -120],
] as const) {
  const fault = `The speaker's clock is ${hours(speakerMinutes)}, listeners' ${hours(listenerMinutes)} and ${hours(newcomerMinutes)}`;
  test(fault, async ({ browser }, info) => {
    const speaker = await openNewSpeaker(browser, withClock(speakerMinutes * MINUTE_MS));
    const link = await checkMicrophone(speaker);
    await goLive(speaker);
    const listener = await openListener(browser, link, withClock(listenerMinutes * MINUTE_MS));
    await listen(listener);
    const hearing = await startHearing(listener, speaker);
    const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
      await localAws.fault("closeSockets");
      await expect(state(speaker)).toHaveAttribute("data-state", "live");
      const newcomer = await openListener(browser, link, withClock(newcomerMinutes * MINUTE_MS));
      await listen(newcomer);
      await newcomer.context().close();
    });
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    note(info, { fault, sees: "nothing", gapMs });
    await endSession(speaker);
  });
}
