import { expect } from "@playwright/test";
import { tabTo } from "./lib/accessibility.ts";
import { openListener, openNewSpeaker, signIn, state } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { test } from "./lib/test.ts";

test("a talk is given and heard with the keyboard alone", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser);
  await speaker.getByRole("textbox", { name: "Email" }).focus();
  await speaker.keyboard.type(demo().email);
  await speaker.keyboard.press("Tab");
  await speaker.keyboard.type(demo().password);
  await speaker.keyboard.press("Enter");
  await expect(state(speaker)).toHaveAttribute("data-state", "microphone-check");
  await expect(speaker.getByRole("button", { name: "Go live" })).toBeEnabled();
  const link = await speaker.getByRole("link", { name: "Listener link" }).getAttribute("href");
  await tabTo(speaker, "Go live");
  await speaker.keyboard.press("Enter");
  await expect(state(speaker)).toHaveAttribute("data-state", "live");

  const listener = await openListener(browser, demo().listenerUrl);
  await tabTo(listener, "Session code");
  await listener.keyboard.type(link?.split("/").at(-1) ?? "");
  await listener.keyboard.press("Enter");
  await expect(state(listener)).toHaveAttribute("data-state", "ready");
  await tabTo(listener, "Listen");
  await listener.keyboard.press("Enter");
  await expect(state(listener)).toHaveAttribute("data-state", "playing");

  await speaker.locator("body").press("Space");
  await expect(speaker.getByRole("button", { name: "Unmute" })).toBeVisible();
  await tabTo(speaker, "End session");
  await speaker.keyboard.press("Enter");
  await tabTo(speaker, "End for everyone");
  await speaker.keyboard.press("Enter");
  await expect(state(listener)).toHaveAttribute("data-state", "ended");
});

test("a screen that is left hands the focus to the next one, and a talk that becomes known takes it from nobody", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await speaker.route(/\/sessions$/, async (route) => {
    await answered;
    await route.continue();
  });
  await signIn(speaker);
  await expect(state(speaker)).toHaveAttribute("data-state", "microphone-check");
  await expect(state(speaker)).toBeFocused();

  const microphone = speaker.getByRole("combobox", { name: "Microphone" });
  await microphone.focus();
  answer();
  await expect(speaker.getByRole("button", { name: "Go live" })).toBeEnabled();
  await expect(microphone).toBeFocused();

  await speaker.getByRole("button", { name: "Go live" }).press("Enter");
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  await expect(state(speaker)).toBeFocused();
});
