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

/** Somebody sets the device's clock back by an hour while the page is open. */
const setClockBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() - 3_600_000;
  });

test("a clock that is set back by an hour on air, on either side, changes nothing", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  await setClockBack(speaker);
  await setClockBack(listener);
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
  await endSession(speaker);
});
