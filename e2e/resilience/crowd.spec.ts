import type { Browser, Page } from "@playwright/test";
import {
  BY_ITSELF_MS,
  gapAfter,
  gapUnnoticed,
  inTime,
  NEVER_STOPS_MS,
  note,
  REPEATED_AT_MOST,
  startHearing,
} from "../lib/continuous.ts";
import {
  checkMicrophone,
  closePages,
  closeTab,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  state,
} from "../lib/pages.ts";
import { relayOnly } from "../lib/peers.ts";
import { localAws } from "../lib/product.ts";
import { beginTalk, GET_IN_MS, getIn } from "../lib/talk.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

/** Eight at once take turns of a third of a second, for KVS's sake, after the second and a half that tells a loss. */
const EIGHT_BY_THEMSELVES_MS = BY_ITSELF_MS + 3000;

/** How many seats are taken, as the session API last told the speaker's page since this was called. */
function seatsTaken(speaker: Page): () => number {
  let seated = 0;
  speaker.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      seated = Number(/"type":"listeners".*"seated":(\d+)/.exec(String(payload))?.[1] ?? seated);
    }),
  );
  return () => seated;
}

/**
 * How long the voice was gone at most for any of eight listeners when the speaker's path broke, ms. Infinite where KVS
 * refused a request as too many: each page has a moment of its own to ask, and a busy machine lets it pass.
 */
async function longestOfEight(browser: Browser, begin: () => Promise<void>): Promise<number> {
  const speaker = await openNewSpeaker(browser, relayOnly);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listeners: Page[] = [];
  for (let seat = 0; seat < 8; seat++) {
    const listener = await openListener(browser, link);
    await listen(listener);
    listeners.push(listener);
  }
  const hearings = await Promise.all(listeners.map((listener) => startHearing(listener)));
  const before = await localAws.limits();
  await begin();
  const broken = localAws.fault("relayGone");
  const gaps = await Promise.all(
    hearings.map((hearing) => gapAfter(hearing, Number.POSITIVE_INFINITY, 10_000, () => broken)),
  );
  expect(Math.min(...gaps)).toBeGreaterThan(NEVER_STOPS_MS);
  for (const listener of listeners) await expect(state(listener)).toHaveAttribute("data-state", "playing");
  const exceeded = (await localAws.limits()).filter(([what, count]) => count !== new Map(before).get(what));
  test.info().annotations.push({ type: "refused", description: JSON.stringify(exceeded) });

  const ninth = await openListener(browser, link);
  await expect(state(ninth)).toHaveAttribute("data-state", "full");
  await expect(ninth.getByRole("status", { name: "Listening status" })).toContainText(/full/i);
  await ninth.getByRole("button", { name: "Listen" }).click();
  if (listeners[3]) await closeTab(listeners[3]);
  await expect(state(ninth)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
  await closePages(browser);
  return exceeded.length === 0 ? Math.max(...gaps) : Number.POSITIVE_INFINITY;
}

test("eight listen: the speaker's path breaks and is mended for all, without exceeding a quota; a ninth is told that it is full, and gets in when somebody leaves", async ({
  browser,
}, info) => {
  const gapMs = await inTime(EIGHT_BY_THEMSELVES_MS, (begin) => longestOfEight(browser, begin));
  expect(gapMs).toBeLessThan(EIGHT_BY_THEMSELVES_MS);
  note(info, {
    fault: "The speaker's network path is gone, with eight listeners",
    sees: "Reconnecting, then the talk",
    gapMs,
  });
});

test("everything is killed and started again, and seven who wait get in", async ({ browser }, info) => {
  const { speaker, link, hearing } = await beginTalk(browser);
  const seated = seatsTaken(speaker);
  test.setTimeout(90_000 + REPEATED_AT_MOST * 60_000);
  const gapMs = await gapUnnoticed(hearing, async () => {
    const tookMs = await inTime(GET_IN_MS, async (begin) => {
      const newcomers: Page[] = [];
      await localAws.fault("restart", { downMs: 8000 });
      for (let seat = 0; seat < 7; seat++) {
        const newcomer = await openListener(browser, link);
        await newcomer.getByRole("button", { name: "Listen" }).click();
        newcomers.push(newcomer);
      }
      const isUp = () =>
        localAws.state().then(
          () => true,
          () => false,
        );
      await expect.poll(isUp).toBe(true);
      await begin();
      const since = Date.now();
      const waitedMs = await Promise.all(newcomers.map((newcomer) => getIn(newcomer, since)));
      // One too busy to keep its turn is refused once, and takes its next.
      const refused = (await localAws.limits()).map(([, count]) => count);
      expect(Math.max(0, ...refused)).toBeLessThanOrEqual(2);
      await Promise.all(newcomers.map(closeTab));
      // A seat that is not given back before the next kill is nobody's for half a minute.
      await expect.poll(seated).toBe(1);
      return Math.max(...waitedMs);
    });
    expect(tookMs).toBeLessThan(GET_IN_MS);
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  const fault = "Every service is killed and started again";
  note(info, { fault, sees: "nothing; newcomers wait and get in by themselves", gapMs });
  await endSession(speaker);
});
