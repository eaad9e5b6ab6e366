import { expect, type Page } from "@playwright/test";
import { tabTo, violations } from "./lib/accessibility.ts";
import { checkMicrophone, endSession, goLive, openListener, openSpeaker, state } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { test } from "./lib/test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong on the main path, ${colorScheme}`, async ({ browser }) => {
    const themed = async (page: Page) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      return page;
    };
    const speaker = await themed(await openSpeaker(browser));
    await expect(speaker.getByRole("button", { name: "Sign in" })).toBeVisible();
    expect(await violations(speaker)).toEqual([]);
    const link = await checkMicrophone(speaker);
    expect(await violations(speaker)).toEqual([]);

    const listener = await themed(await openListener(browser, link));
    await expect(state(listener)).toHaveAttribute("data-state", "waiting");
    expect(await violations(listener)).toEqual([]);
    await goLive(speaker);
    expect(await violations(speaker)).toEqual([]);
    await expect(state(listener)).toHaveAttribute("data-state", "ready");
    expect(await violations(listener)).toEqual([]);
    await endSession(speaker);
    expect(await violations(speaker)).toEqual([]);
    await expect(state(listener)).toHaveAttribute("data-state", "ended");
    expect(await violations(listener)).toEqual([]);

    await listener.goto(demo().listenerUrl);
    await expect(listener.getByRole("textbox", { name: "Session code" })).toBeVisible();
    expect(await violations(listener)).toEqual([]);
  });
}

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
