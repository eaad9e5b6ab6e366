import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { OLDEST } from "../apps/page/browsers.ts";
import { FEATURES, featuresOfPage, isNewerThan } from "./lib/newer-features.ts";
import { checkMicrophone, goLive, listen, openListener, openNewSpeaker, state } from "./lib/pages.ts";
import { demo, product, root } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

const SITES = ["listener", "speaker"] as const;

test("both built pages do without whatever the oldest supported browsers lack, and the documentation names these", () => {
  const used = [...new Set(SITES.flatMap((site) => featuresOfPage(`${root}${product.data}/pages/${site}`)))].sort();
  const newer = used.filter((name) => FEATURES[name] && isNewerThan(OLDEST, FEATURES[name]));
  const excused = Object.keys(FEATURES).filter((name) => FEATURES[name]?.without !== undefined);
  // No excuse is missing, and none is left over.
  expect(newer).toEqual(excused.sort());
  const documented = readFileSync(`${root}docs/browsers.md`, "utf8");
  expect(documented).toContain(`| Chrome, Edge | ${OLDEST.chrome} |`);
  expect(OLDEST.edge).toBe(OLDEST.chrome);
  expect(documented).toContain(`| Firefox | ${OLDEST.firefox} |`);
  expect(documented).toContain(`| Safari, iOS | ${OLDEST.safari} |`);
  expect(OLDEST.ios).toBe(OLDEST.safari);
});

/** What is only nice, or has another way: each is missing, or throws when it is looked at, somewhere that talks are to work. */
function withoutTheNice(): void {
  const lose = (holder: object, name: string) => Reflect.deleteProperty(holder, name);
  for (const name of ["AudioContext", "BroadcastChannel", "MediaRecorder", "structuredClone"]) lose(window, name);
  for (const name of ["locks", "clipboard", "mediaSession", "wakeLock", "storage", "permissions"])
    lose(Navigator.prototype, name);
  lose(AbortSignal, "timeout");
  lose(AbortSignal, "any");
  lose(URL, "canParse");
  lose(Array.prototype, "toSorted");
  lose(Promise, "withResolvers");
  lose(HTMLMediaElement.prototype, "setSinkId");
  lose(RTCRtpReceiver.prototype, "jitterBufferTarget");
  for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

const loseTheNice = async (context: BrowserContext) => void (await context.addInitScript(withoutTheNice));

test("sound goes on without AudioContext, AbortSignal.timeout, toSorted, clipboard, locks and storage that may be read", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser, loseTheNice);
  const link = await checkMicrophone(speaker);
  await expect(speaker.getByText("This browser cannot show how loud you are.")).toBeVisible();
  await speaker.getByRole("button", { name: "Copy" }).first().click();
  await expect(speaker.getByText("did not allow copying").first()).toBeVisible();
  await goLive(speaker);
  const listener = await openListener(browser, link, loseTheNice);
  await listen(listener);
  await expect(speaker.getByRole("status", { name: "Listeners" })).toHaveText(/^1\b/);
});

/** A page in a browser where this is run first, or whose script is another. */
async function open(browser: Browser, url: string, change: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await change(page);
  await page.goto(url);
  return page;
}

const lacking = (path: string) => (page: Page) =>
  page.addInitScript((lost) => {
    const names = lost.split(".");
    const name = names.pop() ?? "";
    Reflect.deleteProperty(
      names.reduce<object>((holder, each) => Reflect.get(holder, each), window),
      name,
    );
  }, path);
const SCRIPT = /\/assets\/index-[^/]*\.js$/;
const withScript = (body: string) => (page: Page) =>
  page.route(SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body }));

for (const [what, lost] of [
  ["RTCPeerConnection, as in Apple's Lockdown Mode", "RTCPeerConnection"],
  ["WebSocket", "WebSocket"],
] as const) {
  test(`without ${what}, both pages say that this browser cannot, and what can`, async ({ browser }) => {
    const urls = { speaker: demo().speakerUrl, listener: `${demo().listenerUrl}/s/acorn-lamp-river-tidy` };
    for (const site of SITES) {
      const page = await open(browser, urls[site], lacking(lost));
      await expect(state(page)).toHaveAttribute("data-code", "not-supported");
      await expect(page.getByRole("alert")).toContainText("Lockdown Mode");
    }
  });
}

test("a script that does not load or parse is made up for by the document, in every language; one that throws, by a screen", async ({
  browser,
}) => {
  const faults = [
    (page: Page) => page.route(SCRIPT, (route) => route.abort()),
    withScript("const = of a newer language;"),
  ];
  const throwing = [demo().speakerUrl, `${demo().listenerUrl}/s/acorn-lamp-river-tidy`].map((url) =>
    open(browser, url, lacking("Object.hasOwn")),
  );
  const pages = await Promise.all(
    [demo().speakerUrl, demo().listenerUrl].flatMap((url) => faults.map((fault) => open(browser, url, fault))),
  );
  for (const page of pages) {
    await expect(page.getByText("Nothing happens?")).toBeVisible();
    for (const begun of ["Es geht nicht weiter?", "¿No pasa nada?", "ألا يحدث شيء؟"])
      await expect(page.getByText(begun)).toBeVisible();
  }
  for (const page of await Promise.all(throwing)) {
    const broken = page.locator("[data-code=broken]");
    await expect(broken.or(page.getByText("Nothing happens?"))).toBeVisible();
  }
  for (const page of pages.slice(0, 1)) {
    await page.unroute(SCRIPT);
    await page.getByRole("link", { name: "Load this page again." }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  }
});
