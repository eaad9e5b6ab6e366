import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { rememberPeers } from "./peers.ts";
import { demo } from "./product.ts";

/**
 * The system's Firefox ESR, driven through WebDriver BiDi, with its own tone for a microphone. Its addresses are not hidden
 * behind names of mDNS, which nobody resolves here; taps are real taps.
 */
export const launchFirefox = (): Promise<Browser> =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: {
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "media.peerconnection.ice.loopback": true,
      "media.peerconnection.ice.obfuscate_host_addresses": false,
    },
  });

/** Waits for the page's state, as a person waits to see it. */
export async function until(page: Page, state: string): Promise<void> {
  await page.waitForSelector(`[data-state="${state}"]`);
}

/** Presses what is called so. */
export const press = (page: Page, name: string): Promise<void> => page.locator(`button ::-p-text(${name})`).click();

/** Signed in and on air; resolves with the link. */
export async function speakFrom(page: Page): Promise<string> {
  await page.goto(demo().speakerUrl);
  await page.locator("input[inputmode=email]").fill(demo().email);
  await page.locator("input[type=password]").fill(demo().password);
  await press(page, "Sign in");
  await until(page, "microphone-check");
  const link = await page.waitForSelector('a[href*="/s/"]');
  const href = await link?.evaluate((each) => (each as HTMLAnchorElement).href);
  if (!href) throw new Error("there is no link");
  await press(page, "Go live");
  await until(page, "live");
  return href;
}

/** A new page that remembers its peers. */
export async function newPage(firefox: Browser): Promise<Page> {
  const page = await firefox.newPage();
  await page.evaluateOnNewDocument(rememberPeers, false);
  return page;
}

/**
 * How loud what the page decodes is, RMS over a second, 0..1, by webrtc-stats: without an audio device Firefox runs no Web
 * Audio that could be listened to.
 */
export const loudness = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const peer = window.openedPeers.filter(({ connectionState }) => connectionState === "connected").at(-1);
    const read = async () => {
      for (const stats of (await peer?.getStats())?.values() ?? []) if (stats.type === "inbound-rtp") return stats;
    };
    const before = await read();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const after = await read();
    if (!before || !after) return 0;
    const energy = after.totalAudioEnergy - before.totalAudioEnergy;
    return Math.sqrt(energy / (after.totalSamplesDuration - before.totalSamplesDuration)) || 0;
  });
