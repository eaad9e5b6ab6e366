import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { type Deployment, startDeployment } from "./lib/deployment.ts";
import { checkMicrophone, endSession, goLive, listen, state } from "./lib/pages.ts";

let deployment: Deployment;
let browser: Browser;
test.beforeAll(async () => {
  deployment = await startDeployment();
  browser = await chromium.launch(chromiumOptions({ switches: deployment.switches }));
});
test.afterAll(async () => {
  await browser?.close();
  await deployment?.close();
});

/** A page, and what its content security policy kept it from. */
async function open(url: string): Promise<{ page: Page; violations: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Permissions policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(url);
  return { page, violations };
}

test("both built pages under the deployed headers, with the deployed bundles, reach all of AWS and nothing else", async () => {
  const speaker = await open(deployment.speakerUrl);
  const link = await checkMicrophone(speaker.page);
  expect(link).toContain(`${deployment.listenerUrl}/s/`);
  await speaker.page.getByRole("checkbox", { name: "Keep a recording on this device" }).check();
  await goLive(speaker.page);
  const listener = await open(link);
  await listen(listener.page);
  await expect(speaker.page.getByRole("status", { name: "Listeners" })).toHaveText(/^1\b/);
  await endSession(speaker.page);
  await expect(state(listener.page)).toHaveAttribute("data-state", "ended");
  const downloading = speaker.page.waitForEvent("download");
  await speaker.page.getByRole("button", { name: "Download" }).click();
  await (await downloading).path();
  expect([...speaker.violations, ...listener.violations]).toEqual([]);
});
