import { expect } from "@playwright/test";
import { tabTo, violations } from "./lib/accessibility.ts";
import { openListener, openSpeaker, state } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { test } from "./lib/test.ts";

// Screens and their states are judged in states.spec.ts; here it is the documents they are served in.
test("axe finds nothing wrong with either page as it is served", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  await expect(speaker.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await violations(speaker)).toEqual([]);
  const listener = await openListener(browser, demo().listenerUrl);
  await expect(listener.getByRole("textbox", { name: "Session code" })).toBeVisible();
  expect(await violations(listener)).toEqual([]);
});

test("a talk is given and heard with the keyboard alone", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
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
