import { chromiumOptions } from "../lib/chromium.ts";
import { BY_ITSELF_MS, NEVER_STOPS_MS, note, startHearing } from "../lib/continuous.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { expect, test } from "../lib/test.ts";

test.use({ launchOptions: chromiumOptions({ microphone: "steady" }) });

const OUTAGE_MS = 12_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const outages = [
  ["answers with errors", () => localAws.fault("answer", { service: "all", how: "error" })],
  ["throttles", () => localAws.fault("answer", { service: "all", how: "throttle" })],
  ["hangs", () => localAws.fault("answer", { service: "all", how: "hang" })],
  ["refuses connections", () => localAws.fault("answer", { service: "all", how: "refuse" })],
] as const;

for (const [outage, begin] of outages) {
  test(`everything ${outage} for a while: the talk goes on, newcomers wait and get in`, async ({ browser }, info) => {
    test.setTimeout(120_000);
    const speaker = await openSpeaker(browser);
    const link = await checkMicrophone(speaker);
    await goLive(speaker);
    const listener = await openListener(browser, link);
    await listen(listener);
    const hearing = await startHearing(listener);
    const since = await hearing.now();

    await begin();
    await localAws.fault("closeSockets");
    const newcomer = await openListener(browser, link);
    await newcomer.getByRole("button", { name: "Listen" }).click();
    await sleep(OUTAGE_MS);
    await expect(state(newcomer)).toHaveAttribute("data-state", /looking-up|connecting|reconnecting|waiting/);
    await expect(state(listener)).toHaveAttribute("data-state", "playing");
    await localAws.fault("clear");
    const clearedAt = Date.now();
    await expect(state(newcomer)).toHaveAttribute("data-state", "playing");
    const waitedMs = Date.now() - clearedAt;
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
    const gapMs = await hearing.longestGap(since);
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    expect(waitedMs).toBeLessThan(BY_ITSELF_MS);
    note(info, { fault: `AWS ${outage}`, sees: "nothing; newcomers wait and get in by themselves", gapMs });
    await endSession(speaker);
  });
}

test("local-aws is killed and started again: the talk goes on, newcomers get in", async ({ browser }, info) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener);
  const since = await hearing.now();
  await localAws.fault("restart", { downMs: 4000 });
  await sleep(4500);
  const newcomer = await openListener(browser, link);
  await newcomer.getByRole("button", { name: "Listen" }).click();
  await expect(state(newcomer)).toHaveAttribute("data-state", "playing");
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  const gapMs = await hearing.longestGap(since);
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault: "Every service is killed and started again", sees: "nothing", gapMs });
  await endSession(speaker);
});
