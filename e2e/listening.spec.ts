import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { hear } from "./lib/hearing.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "./lib/pages.ts";
import { demo, localAws } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

declare global {
  interface Window {
    arePathsBlocked: boolean;
  }
}

const status = (page: Page) => page.getByRole("status", { name: "Listening status" });
const counted = (speaker: Page) => speaker.getByRole("status", { name: "Listeners" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** RMS of the loudest window. */
const loudness = async (page: Page): Promise<number> => Math.max(...(await hear(page, 2_000)));
const VOICE = 0.01;

async function talkOnAir(browser: Browser): Promise<{ speaker: Page; link: string }> {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  return { speaker, link };
}

test("who joins a talk that is muted, or paused, is told so before and after the tap; who turns the volume to zero does not count as hearing", async ({
  browser,
}) => {
  const { speaker, link } = await talkOnAir(browser);
  const listeners: Page[] = [];
  for (const [button, said] of [
    ["Mute", /^Muted by the speaker$/],
    ["Pause", /^Paused$/],
  ] as const) {
    await press(speaker, button);
    const listener = await openListener(browser, link);
    await expect(state(listener)).toHaveAttribute("data-state", "ready");
    await expect(status(listener)).toHaveText(said);
    await listen(listener);
    await expect(status(listener)).toHaveText(said);
    listeners.push(listener);
  }
  await press(speaker, "Resume");
  await press(speaker, "Unmute");
  for (const listener of listeners) await expect(status(listener)).toHaveText("Live");

  await expect(counted(speaker)).toHaveText(/^2\b/);
  const [one] = listeners as [Page];
  await one.getByRole("slider", { name: "Volume" }).fill("0");
  await expect(one.getByText("You hear nothing: the volume is at zero.")).toBeVisible();
  await expect(counted(speaker)).toHaveText(/^1\b/);
  await one.getByRole("slider", { name: "Volume" }).fill("100");
  await expect(counted(speaker)).toHaveText(/^2\b/);
  await endSession(speaker);
});

/**
 * To another page of the same origin, and back with the browser's button, once the page is as it shall be. A page that the
 * browser did not keep was only loaded again: then once more.
 */
const awayAndBack = (page: Page, arrive: (page: Page) => Promise<void>): Promise<void> =>
  expect(async () => {
    await arrive(page);
    await page.evaluate(() => Object.assign(window, { wasHere: true }));
    await page.goto(demo().listenerUrl);
    // What comes out of the cache has loaded already.
    await page.goBack({ waitUntil: "commit" });
    expect(await page.evaluate(() => "wasHere" in window)).toBe(true);
  }).toPass({ timeout: 120_000 });
const isReady = (page: Page) => expect(state(page)).toHaveAttribute("data-state", "ready");

test("the browser's Back button leads to a talk that plays, or is ready, as when it was left", async ({ browser }) => {
  // As outside of Playwright, a page that is left is kept for the Back button.
  const keeping = await chromium.launch({
    ...chromiumOptions({ whole: true }),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const { speaker, link } = await talkOnAir(browser);
    const playing = await openListener(keeping, link);
    await awayAndBack(playing, listen);
    const ready = await openListener(keeping, link);
    await awayAndBack(ready, isReady);
    await expect(state(playing)).toHaveAttribute("data-state", "playing");
    await expect.poll(() => loudness(playing)).toBeGreaterThan(VOICE);
    await isReady(ready);
    await listen(ready);
    await expect.poll(() => loudness(ready)).toBeGreaterThan(VOICE);
    await expect(counted(speaker)).toHaveText(/^2\b/);
    await endSession(speaker);
  } finally {
    await keeping.close();
  }
});

/** What keeps the sound from coming is named within this. */
const NAMED_WITHIN = { timeout: 30_000 };

test("where HTTP comes through and WebSockets do not, both pages say so within 30 s, and go on by themselves once they do", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  // As a proxy does that swallows what it does not know.
  await localAws.fault("answer", { service: "web-socket-api", how: "hang" });
  await speaker.getByRole("button", { name: "Go live" }).click();
  const listener = await openListener(browser, link);
  await press(listener, "Listen");
  await Promise.all([
    expect(status(listener)).toHaveText("The way to the talk is blocked", NAMED_WITHIN),
    expect(speaker.getByText("No way on air yet")).toBeVisible(NAMED_WITHIN),
  ]);
  await localAws.fault("clear");
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
});

test("where no path is found, or Kinesis Video Streams' sockets are blocked, it is said within 30 s, to the speaker too, and the sound comes once there is a way", async ({
  browser,
}) => {
  const { speaker, link } = await talkOnAir(browser);
  const unreached = await openListener(browser, link, blockPaths);
  await press(unreached, "Listen");
  await expect.poll(() => hasAnswer(unreached)).toBe(true);
  await localAws.fault("answer", { service: "signaling", how: "refuse" });
  const blocked = await openListener(browser, link);
  await press(blocked, "Listen");
  await Promise.all([
    expect(status(unreached)).toHaveText("No way for the sound", NAMED_WITHIN),
    expect(speaker.getByText("Somebody cannot be reached")).toBeVisible(NAMED_WITHIN),
    expect(status(blocked)).toHaveText("The way to the talk is blocked", NAMED_WITHIN),
    expect(counted(speaker)).toHaveText(/0 connected · 2 waiting$/),
  ]);
  await localAws.fault("clear");
  await unreached.evaluate(() => {
    window.arePathsBlocked = false;
  });
  for (const listener of [blocked, unreached]) {
    await expect(state(listener)).toHaveAttribute("data-state", "playing", { timeout: 60_000 });
    await expect.poll(() => loudness(listener)).toBeGreaterThan(VOICE);
  }
  await expect(speaker.getByText("Somebody cannot be reached")).toBeHidden();
  await endSession(speaker);
});

/** A firewall that lets neither a direct path nor one to TURN through, while `arePathsBlocked`. */
const blockPaths = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    window.arePathsBlocked = true;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      override setConfiguration({ iceServers = [], ...rest }: RTCConfiguration): void {
        super.setConfiguration({
          ...rest,
          ...(window.arePathsBlocked ? { iceTransportPolicy: "relay", iceServers: [] } : { iceServers }),
        });
      }
    };
  });
};

/** Whether the speaker's page has answered this one's offer. */
const hasAnswer = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.openedPeers.some(({ remoteDescription }) => remoteDescription !== null));
