import type { Browser } from "puppeteer-core";
import { launchFirefox, loudness, newPage, press, speakFrom, until } from "./lib/firefox.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker } from "./lib/pages.ts";
import { expect, test } from "./lib/test.ts";

let firefox: Browser;
test.beforeAll(async () => {
  firefox = await launchFirefox();
});
test.afterAll(() => firefox?.close());

/** Far above silence, far below any tone or voice. */
const SOUND = 0.005;

test("Firefox speaks, and Firefox and Chromium hear it, muted and unmuted", async ({ browser }) => {
  const speaker = await newPage(firefox);
  const link = await speakFrom(speaker);
  const listener = await newPage(firefox);
  await listener.goto(link);
  await until(listener, "ready");
  await press(listener, "Listen");
  await until(listener, "playing");
  await expect.poll(() => loudness(listener)).toBeGreaterThan(SOUND);
  const other = await openListener(browser, link);
  await listen(other);
  await speaker.bringToFront();
  await expect.poll(() => speaker.$eval('[aria-label="Listeners"]', (each) => each.textContent)).toMatch(/^2\b/);
  await press(speaker, "Mute");
  await expect.poll(() => loudness(listener)).toBeLessThan(SOUND);
  await press(speaker, "Unmute");
  await expect.poll(() => loudness(listener)).toBeGreaterThan(SOUND);
  await press(speaker, "End session");
  await press(speaker, "End for everyone");
  await until(speaker, "ended");
  await until(listener, "ended");
  await Promise.all([speaker.close(), listener.close()]);
});

test("Chromium speaks, and Firefox hears it, and comes back after a reload", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await newPage(firefox);
  await listener.goto(link);
  for (const time of ["first", "again"]) {
    if (time === "again") await listener.reload();
    await until(listener, "ready");
    await press(listener, "Listen");
    await until(listener, "playing");
    await expect.poll(() => loudness(listener)).toBeGreaterThan(SOUND);
  }
  await endSession(speaker);
  await until(listener, "ended");
  await listener.close();
});
