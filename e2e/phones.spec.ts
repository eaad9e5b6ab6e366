import { type Browser, devices, expect, type Locator, type Page } from "@playwright/test";
import { watchAnnouncements } from "./lib/accessibility.ts";
import { startHearing } from "./lib/continuous.ts";
import { signIn, state, staysOnAir } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { test } from "./lib/test.ts";

/** A phone's size and touch, in Chromium: what a real one does with sound and screens is not seen here. */
async function onPhone(browser: Browser, device: string, url: string): Promise<Page> {
  const { defaultBrowserType: _, ...phone } = devices[device] ?? {};
  const context = await browser.newContext({ ...phone, reducedMotion: "reduce", permissions: ["microphone"] });
  if (device.startsWith("iPhone")) await context.addInitScript(leaveVolumeToDevice);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** As on iPhones since iOS 15: what a page sets is read back, and is 1 again in the next task. Runs in the page. */
function leaveVolumeToDevice(): void {
  let read = 1;
  Object.defineProperty(HTMLMediaElement.prototype, "volume", {
    get: () => read,
    set(volume: number) {
      read = volume;
      setTimeout(() => {
        read = 1;
      });
    },
  });
}

/** Whole, and under the thumb without scrolling. */
const inSight = (control: Locator) => expect(control).toBeInViewport({ ratio: 1 });

test("a guide speaks and a listener hears, each on a phone, by touch alone", async ({ browser }) => {
  const speaker = await onPhone(browser, "Pixel 7", demo().speakerUrl);
  await signIn(speaker);
  const goLive = speaker.getByRole("button", { name: "Go live" });
  await expect(goLive).toBeEnabled();
  await inSight(goLive);
  const link = (await speaker.getByRole("link", { name: "Listener link" }).getAttribute("href")) ?? "";

  const listener = await onPhone(browser, "iPhone SE (3rd gen)", link);
  await expect(state(listener)).toHaveAttribute("data-state", "waiting");
  // A slider that moves nothing is not shown.
  await expect(listener.getByRole("slider")).toHaveCount(0);
  const control = listener.locator(".round-button");
  await inSight(control);
  await inSight(listener.getByRole("status", { name: "Listening status" }));
  const place = await control.boundingBox();
  await control.tap();

  await goLive.tap();
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  const mute = speaker.getByRole("button", { name: "Mute" });
  await inSight(mute);
  await inSight(speaker.getByRole("status", { name: "Broadcast status" }));
  await inSight(speaker.getByRole("button", { name: "End session" }));

  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  const hearing = await startHearing(listener);
  await hearing.back(await hearing.now());
  // From waiting to playing nothing has moved under the thumb.
  expect(await control.boundingBox()).toEqual(place);

  const listenerHears = await watchAnnouncements(listener);
  const speakerHears = await watchAnnouncements(speaker);
  await staysOnAir(speaker, 3);
  await mute.tap();
  await expect(listener.getByRole("status", { name: "Listening status" })).toHaveText("Muted by the speaker");
  await speaker.getByRole("button", { name: "Unmute" }).tap();
  await expect(listener.getByRole("status", { name: "Listening status" })).toHaveText("Live");

  // Nothing of the time, the level or the delay: what changed, once.
  expect(await listenerHears()).toEqual([
    "Muted by the speaker",
    "You will hear them as soon as they go on.",
    "Live",
    "You are listening.",
  ]);
  expect(await speakerHears()).toEqual([
    "Muted",
    "You are on air, but nobody hears you.",
    "1 is here · 1 connected · 0 waiting",
    "On air",
    "Everyone who has the link can hear you.",
    "1 hearing you · 1 connected · 0 waiting",
  ]);

  await speaker.getByRole("button", { name: "Show QR code" }).tap();
  await inSight(speaker.getByRole("img", { name: /QR code/ }));
  await speaker.getByRole("button", { name: "Close" }).tap();
  await speaker.getByRole("button", { name: "End session" }).tap();
  await speaker.getByRole("dialog").getByRole("button", { name: "End for everyone" }).tap();
  await expect(state(listener)).toHaveAttribute("data-state", "ended");
  expect(await control.boundingBox()).toEqual(place);
});
