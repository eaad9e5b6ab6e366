import type { Page } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
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
import { expect, test } from "./lib/test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const linkOf = async (page: Page) =>
  (await page.getByRole("link", { name: "Listener link" }).getAttribute("href")) ?? "";

test("a speaker keeps several talks, each with its link, and a leaked link is replaced", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const first = await checkMicrophone(speaker);
  await speaker.getByRole("textbox", { name: "Title" }).fill("Rivers");
  await press(speaker, "Talks");
  const talks = speaker.getByRole("list", { name: "Your talks" }).getByRole("listitem");
  await expect(talks).toHaveCount(1);
  await expect(talks.first()).toContainText("Rivers");
  await expect(talks.first()).toContainText("Never on air yet");
  expect(await violations(speaker)).toEqual([]);

  await press(speaker, "New talk");
  await expect(state(speaker)).toHaveAttribute("data-state", "microphone-check");
  await expect.poll(() => linkOf(speaker)).not.toBe(first);
  await press(speaker, "Talks");
  await expect(talks).toHaveCount(2);

  const rivers = talks.filter({ hasText: "Rivers" });
  await rivers.getByText("Change").click();
  await rivers.getByRole("textbox", { name: "Title" }).fill("Rivers and lakes");
  await rivers.getByRole("button", { name: "Save title" }).click();
  await expect(talks.filter({ hasText: "Rivers and lakes" })).toContainText("Saved.");
  await rivers.getByRole("button", { name: "Replace the link" }).click();
  await press(speaker, "Replace it");
  await expect(rivers).toContainText("This talk has a new link.");
  expect(await violations(speaker)).toEqual([]);
  const stranger = await openListener(browser, first);
  await expect(state(stranger)).toHaveAttribute("data-state", "not-found");

  await press(speaker, "Use this talk: Rivers and lakes");
  await expect(speaker.getByRole("textbox", { name: "Title" })).toHaveValue("Rivers and lakes");
  const replaced = await linkOf(speaker);
  expect(replaced).not.toBe(first);
  await goLive(speaker);
  const listener = await openListener(browser, replaced);
  await listen(listener);
  await expect(listener.getByRole("heading", { name: "Rivers and lakes" })).toBeVisible();
  await endSession(speaker);

  // What was used last is taken up again.
  await speaker.reload();
  await expect(speaker.getByRole("textbox", { name: "Title" })).toHaveValue("Rivers and lakes");
  await press(speaker, "Talks");
  await expect(rivers).toContainText("Last on air today");
  await rivers.getByText("Change").click();
  await rivers.getByRole("button", { name: "Delete talk" }).click();
  await press(speaker, "Delete for good");
  await expect(talks).toHaveCount(1);
  await expect(listener.getByRole("heading", { name: "This talk is gone" })).toBeVisible();
});

test("on air: renamed for everyone, shown to a room, guarded against a closed tab, and told of who hears nothing", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser, async (context) => {
    await context.addInitScript(() => {
      const request = navigator.wakeLock.request.bind(navigator.wakeLock);
      navigator.wakeLock.request = (type) => {
        document.documentElement.dataset.awake = "asked";
        return request(type);
      };
    });
  });
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  await expect(speaker.locator("html")).toHaveAttribute("data-awake", "asked");
  const listener = await openListener(browser, link);
  await listen(listener);

  await press(speaker, "Rename");
  await speaker.getByRole("textbox", { name: "Title" }).fill("The tides");
  await speaker.keyboard.press("Enter");
  await expect(speaker.getByRole("heading", { name: "The tides" })).toBeVisible();
  await expect(listener.getByRole("heading", { name: "The tides" })).toBeVisible();

  await press(speaker, "Show QR code");
  const poster = speaker.getByRole("dialog", { name: "The tides" });
  await expect(poster.getByRole("img", { name: `QR code of ${link}` })).toBeVisible();
  await expect(poster).toContainText(link.split("/s/")[1] ?? "");
  expect(await violations(speaker)).toEqual([]);
  await speaker.emulateMedia({ media: "print" });
  await expect(poster.getByRole("img")).toBeVisible();
  await expect(speaker.getByRole("button", { name: "Mute", includeHidden: true })).toBeHidden();
  await expect(poster.getByRole("button", { name: "Print", includeHidden: true })).toBeHidden();
  await speaker.emulateMedia({ media: "screen" });
  await speaker.keyboard.press("Escape");
  await expect(poster).toBeHidden();

  // As when a browser stops it behind the listener's back.
  await listener.evaluate(() => document.querySelector("audio")?.pause());
  await expect(speaker.getByText("Somebody cannot hear you")).toBeVisible();
  await listener.evaluate(() => document.querySelector("audio")?.play());
  await expect(speaker.getByText("Somebody cannot hear you")).toBeHidden();

  const asked = speaker.waitForEvent("dialog");
  await speaker.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
  await speaker.close({ runBeforeUnload: true });
  await expect.poll(() => speaker.isClosed()).toBe(true);
});
