import type { Page } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
import { checkMicrophone, goLive, listen, openListener, openSpeaker, state } from "./lib/pages.ts";
import { localAws } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

async function readReport(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByText("For the one who helps you").click();
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(await page.locator(".report").textContent()).toBe(report);
  return report;
}

test("who is turned away can copy what happened, and nothing of it tells who or where they are", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  await localAws.settings({ guests: false });
  const listener = await openListener(browser, link);
  await expect(state(listener)).toHaveAttribute("data-state", "failed");
  const report = await readReport(listener);
  expect(report).toContain("the listener's page");
  expect(report).toContain("guest-access-off");
  expect(report).toContain("listening: failed");
  expect(report).not.toContain("127.0.0.1");
  expect(report).not.toContain(link.split("/s/")[1]);
  expect(await violations(listener)).toEqual([]);
});

test("a screen that cannot be drawn says so, with a report, and loading again helps", async ({ browser }) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  // Once, as a fault of ours would in one state of many.
  const listener = await openListener(browser, link, async (context) => {
    await context.addInitScript(() => {
      if (sessionStorage.getItem("broke")) return;
      sessionStorage.setItem("broke", "yes");
      const { scrollTo } = window;
      window.scrollTo = () => {
        window.scrollTo = scrollTo;
        throw new Error("broken at https://listener.example/s/secret-link");
      };
    });
  });
  await expect(listener.getByRole("heading", { name: "Something broke on this page" })).toBeVisible();
  expect(await violations(listener)).toEqual([]);
  const report = await readReport(listener);
  expect(report).toContain("listening: looking-up");
  expect(report).toContain("broken at …");
  expect(report).not.toContain("secret-link");
  await listener.getByRole("button", { name: "Load again" }).click();
  await listen(listener);
});
