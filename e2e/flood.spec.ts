import type { BrowserContext, Page } from "@playwright/test";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  openSpeaker,
  state,
} from "./lib/pages.ts";
import { openPeers } from "./lib/peers.ts";
import { expect, test } from "./lib/test.ts";

/** What a person presses has to answer within this. */
const AT_ONCE_MS = 1000;

declare global {
  interface Window {
    /** Whether this page sends as much as it can through every data channel it has or gets. */
    floods?: boolean;
  }
}

/** A page that sends, once told to, thirty thousand two-byte messages a second. */
async function hostile(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { prototype } = RTCPeerConnection;
    const create = prototype.createDataChannel;
    prototype.createDataChannel = function (this: RTCPeerConnection, ...how) {
      const channel = create.apply(this, how);
      setInterval(() => {
        if (!window.floods || channel.readyState !== "open") return;
        for (let i = 0; i < 300 && channel.bufferedAmount < 1_000_000; i++) channel.send("{}");
      }, 10);
      return channel;
    };
  });
}

const flood = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.floods = true;
  });

/** How long it takes, ms. */
async function timed(action: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

test("a listener who floods the data channel is put out, and Mute answers at once", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const flooder = await openListener(browser, link, hostile);
  await listen(flooder);
  await expect.poll(() => openPeers(speaker)).toBe(2);

  await flood(flooder);
  await expect(state(flooder)).not.toHaveAttribute("data-state", "playing");
  const pressed = speaker.getByRole("button", { name: "Mute", exact: true });
  const tookMs = await timed(async () => {
    await pressed.click();
    await expect(speaker.getByRole("button", { name: "Unmute" })).toBeVisible();
  });
  expect(tookMs).toBeLessThan(AT_ONCE_MS);
  await expect(listener.getByRole("status", { name: "Listening status" })).toContainText(/muted/i);
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
});

test("a speaker's page that floods the data channel leaves a listener's page that can be used", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser, hostile);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  await flood(speaker);
  await expect(state(listener)).not.toHaveAttribute("data-state", "playing");
  const tookMs = await timed(async () => {
    await listener.getByRole("button", { name: "Stop" }).click();
    await expect(listener.getByRole("button", { name: "Listen" })).toBeVisible();
  });
  expect(tookMs).toBeLessThan(AT_ONCE_MS);
});
