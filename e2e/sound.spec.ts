import { expect, type Page } from "@playwright/test";
import { bestCorrelation } from "./lib/envelope.ts";
import { hear } from "./lib/hearing.ts";
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
import { openPeers, relayOnly, selectedPair } from "./lib/peers.ts";
import { test } from "./lib/test.ts";
import { SAMPLE_RATE, voice } from "./lib/voice.ts";

/** RMS below which a 20 ms window is silence: −60 dB of full scale. */
const SILENCE = 0.001;

/** Seven seconds on end; tried again, because a jitter buffer that has just begun still stretches time. */
const hearsTheVoice = (listener: Page): Promise<void> =>
  expect
    .poll(async () => bestCorrelation(await hear(listener, 7_000), voice(), SAMPLE_RATE), { timeout: 45_000 })
    .toBeGreaterThanOrEqual(0.9);

const isToldOfMute = (listener: Page): Promise<void> =>
  expect(listener.getByRole("status", { name: "Listening status" })).toContainText(/muted/i);

const loudest = (windows: number[]): number => Math.max(...windows);

test("a voice is heard by three listeners at once, silence while muted", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listeners = await Promise.all([0, 1, 2].map(() => openListener(browser, link)));
  for (const listener of listeners) await listen(listener);
  await expect(speaker.getByRole("status", { name: "Listeners" })).toHaveText(/^3\b/);

  await Promise.all(listeners.map(hearsTheVoice));

  await speaker.getByRole("button", { name: "Mute" }).click();
  await Promise.all(listeners.map(isToldOfMute));
  const muted = await Promise.all(listeners.map((listener) => hear(listener, 3_000)));
  // The jitter buffer may still play what was spoken before; after half a second there is nothing left.
  for (const windows of muted) expect(loudest(windows.slice(25))).toBeLessThan(SILENCE);

  await speaker.getByRole("button", { name: "Unmute" }).click();
  const again = await Promise.all(listeners.map((listener) => hear(listener, 4_000)));
  for (const windows of again) expect(loudest(windows)).toBeGreaterThan(SILENCE * 10);

  await speaker.getByRole("button", { name: "Mute" }).click();
  await Promise.all(listeners.map(isToldOfMute));
  const [end] = await Promise.all([hear(listeners[1] as Page, 4_000), endSession(speaker)]);
  // Ending does not open a muted microphone, not for a moment.
  expect(loudest(end.slice(25))).toBeLessThan(SILENCE);
  for (const listener of listeners) await expect(state(listener)).toHaveAttribute("data-state", "ended");
});

test("who comes early starts with the speaker, who comes late or again hears, and no peer is left behind", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  const early = await openListener(browser, link);
  await expect(state(early)).toHaveAttribute("data-state", "waiting");
  await early.getByRole("button", { name: "Listen" }).click();
  await goLive(speaker);
  await expect(state(early)).toHaveAttribute("data-state", "playing");
  expect(loudest(await hear(early, 3_000))).toBeGreaterThan(SILENCE * 10);

  const late = await openListener(browser, link);
  await listen(late);
  expect(loudest(await hear(late, 3_000))).toBeGreaterThan(SILENCE * 10);
  await late.context().close();
  const back = await openListener(browser, link);
  await listen(back);
  expect(loudest(await hear(back, 3_000))).toBeGreaterThan(SILENCE * 10);
  await back.context().close();

  for (let visit = 0; visit < 5; visit++) {
    const visitor = await openListener(browser, link);
    await listen(visitor);
    await visitor.context().close();
  }
  // Whoever goes without a word is missed after half a minute.
  await expect.poll(() => openPeers(speaker), { timeout: 60_000 }).toBe(1);
  expect(loudest(await hear(early, 2_000))).toBeGreaterThan(SILENCE * 10);
  await endSession(speaker);
});

test("audio flows when only TURN is allowed, relayed on both sides", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser, relayOnly);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link, relayOnly);
  await listen(listener);
  await hearsTheVoice(listener);
  expect(await selectedPair(listener)).toEqual(["relay", "relay"]);
  expect(await selectedPair(speaker)).toEqual(["relay", "relay"]);
  await endSession(speaker);
});
