import type { Page } from "@playwright/test";
import { expectNewSockets } from "./lib/advance-clock.ts";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openSpeaker,
  state,
  staysOnAir,
} from "./lib/pages.ts";
import { localAws } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

const HOUR_MS = 3_600_000;

/** Somebody sets the device's clock while the page is open. */
const setClock = (page: Page, byMs: number): Promise<void> =>
  page.evaluate((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, byMs);

test("a clock that is set back by an hour on air, on either side, changes nothing, nor does one that is set forward", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  await setClock(speaker, -HOUR_MS);
  await setClock(listener, -HOUR_MS);
  await staysOnAir(speaker, 2);

  // What is signed, what expires and what is paced goes on by time that passes.
  const { now } = await localAws.state();
  await localAws.fault("closeSockets");
  await expectNewSockets(now, "signaling");
  await expectNewSockets(now, "websocket");
  const newcomer = await openListener(browser, link);
  await listen(newcomer);
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await speaker.getByRole("button", { name: "Mute", exact: true }).click();
  for (const page of [listener, newcomer]) {
    await expect(page.getByRole("status", { name: "Listening status" })).toContainText(/muted/i);
  }
  await staysOnAir(speaker, 1);
  await expect(state(speaker)).toHaveAttribute("data-state", "live");

  // As after sleep: the server is asked for the time.
  await setClock(speaker, 2 * HOUR_MS);
  await staysOnAir(speaker, 1);
  await expect(speaker.locator("time")).toHaveAttribute("datetime", /^PT\d{1,3}S$/);
  await endSession(speaker);
});
