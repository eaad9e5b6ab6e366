import { chromium, expect } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  openSpeaker,
  signIn,
  state,
} from "./lib/pages.ts";
import { demo, localAws } from "./lib/product.ts";
import { test } from "./lib/test.ts";
import { serveVariant } from "./lib/variant.ts";

test("a wrong password is refused in words, and the right one then works", async ({ browser }) => {
  const page = await openNewSpeaker(browser);
  await signIn(page, "not-the-password");
  await expect(page.getByRole("alert")).toContainText(/e-?mail or password/i);
  await expect(state(page)).toHaveAttribute("data-state", "signed-out");
  await signIn(page);
  await expect(state(page)).toHaveAttribute("data-state", "microphone-check");
});

test("an unknown link says so, and offers to type a code", async ({ page }) => {
  await page.goto(`${demo().listenerUrl}/s/no-such-talk-here`);
  await expect(state(page)).toHaveAttribute("data-state", "not-found");
  await expect(page.getByRole("textbox", { name: "Session code" })).toBeVisible();
});

test("a refused microphone is explained", async () => {
  const browser = await chromium.launch(chromiumOptions({ microphone: "denied" }));
  const page = await openNewSpeaker(browser);
  await signIn(page);
  await expect(page.getByRole("alert")).toContainText(/microphone/i);
  await expect(page.getByRole("alert")).toContainText(/allow/i);
  await expect(page.getByRole("button", { name: "Go live" })).toBeDisabled();
  await browser.close();
});

test.describe("an Identity Pool ID", () => {
  const refused = [
    ["that is missing", undefined, /VITE_COGNITO_IDENTITY_POOL_ID/],
    ["that is the User Pool's", () => demo().env.VITE_COGNITO_USER_POOL_ID, /user pool/i],
  ] as const;
  for (const page of ["speaker", "listener"] as const) {
    for (const [name, value, words] of refused) {
      test(`${name} stops the ${page}'s page with its name`, async ({ page: tab }) => {
        const variant = await serveVariant(page, { VITE_COGNITO_IDENTITY_POOL_ID: value?.() });
        await tab.goto(variant.url);
        await expect(tab.getByText("VITE_COGNITO_IDENTITY_POOL_ID").first()).toBeVisible();
        await expect(tab.locator("body")).toContainText(words);
        await variant.close();
      });
    }
  }

  test("with one wrong digit is said to be unknown to AWS", async ({ browser }) => {
    const id = demo().env.VITE_COGNITO_IDENTITY_POOL_ID ?? "";
    const mistyped = id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");
    const variant = await serveVariant("listener", { VITE_COGNITO_IDENTITY_POOL_ID: mistyped });
    const speaker = await openSpeaker(browser);
    const link = new URL(await checkMicrophone(speaker));
    await goLive(speaker);
    const listener = await openListener(browser, variant.url + link.pathname);
    await expect(state(listener)).toHaveAttribute("data-state", "failed");
    await expect(state(listener)).toHaveAttribute("data-code", "identity-pool-not-found");
    await endSession(speaker);
    await variant.close();
  });
});

const switches = [
  ["guest access", { guests: false }, "guest-access-off"],
  ["the classic flow", { classicFlow: false }, "classic-flow-off"],
] as const;

for (const [name, off, code] of switches) {
  test(`${name} switched off is named on the listener's page`, async ({ browser }) => {
    const speaker = await openSpeaker(browser);
    const link = await checkMicrophone(speaker);
    await goLive(speaker);
    await localAws.settings(off);
    const listener = await openListener(browser, link);
    await expect(state(listener)).toHaveAttribute("data-state", "failed");
    await expect(state(listener)).toHaveAttribute("data-code", code);
    await endSession(speaker);
  });
}

test("one failed invocation of the session API ends no talk, and nobody reads that it was not found", async ({
  browser,
}) => {
  const failNext = (times: number) => localAws.fault("answer", { service: "web-socket-message", how: "error", times });
  const failed = async () => (await localAws.state()).refusals["web-socket-api:InternalServerError"] ?? 0;
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const before = await failed();

  await failNext(1);
  const listener = await openListener(browser, link);
  await listen(listener);
  // Of both pages, the first message on their next socket.
  await failNext(2);
  await localAws.fault("closeSockets", { service: "websocket" });
  await expect.poll(failed).toBe(before + 3);
  await listen(await openListener(browser, link));
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  await endSession(speaker);
});
