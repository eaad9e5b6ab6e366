import type { BrowserContext, Page } from "@playwright/test";
import { passAnHour } from "../lib/advance-clock.ts";
import { gapUnnoticed, inTime, NEVER_STOPS_MS, note, startHearing } from "../lib/continuous.ts";
import {
  checkMicrophone,
  closeTab,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  signIn,
  state,
} from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { beginTalk, GET_IN_MS, getIn } from "../lib/talk.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

const notice = (page: Page) => page.getByRole("alert");

test("the speaker's tokens end, where they signed out elsewhere and where their account is disabled: who hears goes on hearing", async ({
  browser,
}, info) => {
  const { speaker, link, listener, hearing } = await beginTalk(browser);
  for (const [fault, change] of [
    ["The speaker is signed out elsewhere", { signOut: true }],
    ["The speaker's account is disabled", { enabled: false }],
  ] as const) {
    const gapMs = await test.step(fault, () =>
      gapUnnoticed(hearing, async () => {
        await localAws.account(change);
        // Told within the hour, by the first token or credentials that cannot be renewed.
        const told = notice(speaker).filter({ hasText: "You were signed out" });
        await passAnHour(told);
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
        await closeTab(newcomer);
      }),
    );
    expect(gapMs, fault).toBeLessThan(NEVER_STOPS_MS);
    note(info, { fault, sees: "The speaker is asked to sign in again, and stays on air", gapMs });
  }
  await endSession(speaker);
});

test("the speaker's role, and the listeners', is withdrawn and given back", async ({ browser }, info) => {
  const { speaker, link, hearing } = await beginTalk(browser);

  const speakersGapMs = await gapUnnoticed(hearing, async () => {
    const tookMs = await inTime(GET_IN_MS, async (begin) => {
      await localAws.settings({ withdrawnRoles: ["speaker"] });
      await localAws.fault("closeSockets", { service: "signaling" });
      await expect(notice(speaker).filter({ hasText: "Nobody new gets in" })).toBeVisible();
      const newcomer = await openListener(browser, link);
      await newcomer.getByRole("button", { name: "Listen" }).click();
      await begin();
      await localAws.settings({ withdrawnRoles: [] });
      const waitedMs = await getIn(newcomer, Date.now());
      await closeTab(newcomer);
      return waitedMs;
    });
    expect(tookMs).toBeLessThan(GET_IN_MS);
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
  });
  expect(speakersGapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, {
    fault: "The speaker's role is withdrawn",
    sees: "The speaker is told; newcomers wait",
    gapMs: speakersGapMs,
  });

  const listenersGapMs = await gapUnnoticed(hearing, async () => {
    await localAws.settings({ withdrawnRoles: ["guest"] });
    await localAws.fault("closeSockets", { service: "signaling" });
    const newcomer = await openListener(browser, link);
    await expect(state(newcomer)).toHaveAttribute("data-state", "failed");
    await expect(state(newcomer)).toHaveAttribute("data-code", "guest-role-refused");
    await localAws.settings({ withdrawnRoles: [] });
    await newcomer.getByRole("button", { name: "Try again" }).click();
    await listen(newcomer);
    await closeTab(newcomer);
  });
  expect(listenersGapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, {
    fault: "The listeners' role is withdrawn",
    sees: "Newcomers are told; who listens, nothing",
    gapMs: listenersGapMs,
  });
  await endSession(speaker);
});

const MINUTE_MS = 60_000;

/** A device whose clock is wrong by so much: AWS's is right, and earlier tests have put that one forward. */
const withClock = (offsetMs: number) => async (context: BrowserContext) => {
  const { now } = await localAws.state();
  await context.addInitScript(
    (offset) => {
      const Real = Date;
      window.Date = class extends Real {
        constructor(...given: unknown[]) {
          super(...((given.length === 0 ? [Real.now() + offset] : given) as [number]));
        }
        static override now() {
          return Real.now() + offset;
        }
      } as DateConstructor;
    },
    now - Date.now() + offsetMs,
  );
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
    const gapMs = await gapUnnoticed(hearing, async () => {
      await localAws.fault("closeSockets");
      await expect(state(speaker)).toHaveAttribute("data-state", "live");
      const newcomer = await openListener(browser, link, withClock(newcomerMinutes * MINUTE_MS));
      await listen(newcomer);
      await closeTab(newcomer);
    });
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    note(info, { fault, sees: "nothing", gapMs });
    await endSession(speaker);
  });
}
