import { type Browser, devices, type Page } from "@playwright/test";
import { tabTo, violations, watchAnnouncements } from "./lib/accessibility.ts";
import { hear } from "./lib/hearing.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Session code" });
const offered = (page: Page) => page.getByRole("group", { name: "Words to choose from" }).getByRole("button");
const offer = (page: Page, word: string) => offered(page).and(page.getByRole("button", { name: word, exact: true }));
const joinButton = (page: Page) => page.getByRole("button", { name: "Join", exact: true });
const topOf = async (page: Page) => (await joinButton(page).boundingBox())?.y;

/** The words of a talk that is on air. */
async function talkOnAir(browser: Browser): Promise<{ speaker: Page; code: string; words: readonly string[] }> {
  const speaker = await openSpeaker(browser);
  const code = (await checkMicrophone(speaker)).split("/s/")[1] ?? "";
  await goLive(speaker);
  return { speaker, code, words: code.split("-") };
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ...devices["Pixel 5"], reducedMotion: "reduce" });
  const phone = await context.newPage();
  await phone.goto(demo().listenerUrl);
  // The title's face may be a pixel taller than the one before it.
  await phone.evaluate(() => document.fonts.ready);
  return phone;
}

/** Types a word's letters until it is offered; a last word typed to its end is not. */
async function typeUntilOffered(page: Page, word: string): Promise<boolean> {
  for (const letter of word) {
    await page.keyboard.type(letter);
    if (await offer(page, word).isVisible()) return true;
  }
  return false;
}

test("on a phone a code is typed in part and its words are tapped; nothing moves; the talk is heard", async ({
  browser,
}) => {
  const { speaker, code, words } = await talkOnAir(browser);
  const phone = await openPhone(browser);
  const top = await topOf(phone);
  await field(phone).tap();
  await phone.keyboard.type("ac");
  await expect(offered(phone)).toHaveText(["acid", "acorn", "acre", "acts"]);
  expect(await topOf(phone)).toBe(top);
  expect(await violations(phone)).toEqual([]);
  for (const button of await offered(phone).all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  }
  await offer(phone, "acorn").tap();
  await expect(field(phone)).toHaveValue("acorn-");
  // The keyboard stays, ready for the next word.
  await expect(field(phone)).toBeFocused();
  await expect(offered(phone)).toHaveCount(0);

  await field(phone).fill("");
  for (const word of words) if (await typeUntilOffered(phone, word)) await offer(phone, word).tap();
  await expect(field(phone)).toHaveValue(code);
  await expect(offered(phone)).toHaveCount(0);
  await joinButton(phone).tap();
  await expect(state(phone)).toHaveAttribute("data-state", "ready");
  await listen(phone);
  expect(Math.max(...(await hear(phone, 2_000)))).toBeGreaterThan(0.01);
  await endSession(speaker);
});

test("with the keyboard alone words are offered aloud, after a pause, and chosen", async ({ browser }) => {
  const { speaker, words } = await talkOnAir(browser);
  const listener = await openListener(browser, demo().listenerUrl);
  await tabTo(listener, "Session code");
  const said = await watchAnnouncements(listener);
  await listener.keyboard.type("ac");
  await expect(offered(listener)).toHaveCount(4);
  await expect.poll(said).toEqual(["Words to choose from: acid, acorn, acre, acts"]);
  await listener.keyboard.press("Backspace");
  await listener.keyboard.press("Backspace");
  for (const word of words) {
    await expect(field(listener)).toBeFocused();
    if (!(await typeUntilOffered(listener, word))) continue;
    await tabTo(listener, word);
    await listener.keyboard.press("Enter");
  }
  await listener.keyboard.press("Enter");
  await expect(state(listener)).toHaveAttribute("data-state", "ready");
  await tabTo(listener, "Listen");
  await listener.keyboard.press("Enter");
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
});

test("a word that is none is named and corrected by a tap, or meant: a second press joins", async ({ browser }) => {
  const phone = await openPhone(browser);
  const top = await topOf(phone);
  await field(phone).fill("ac");
  await expect(offered(phone)).toHaveCount(4);
  await field(phone).fill("acorn frm river tidee");
  await joinButton(phone).tap();
  await expect(field(phone)).toHaveAccessibleDescription(/“frm” is not one of our words. Did you mean “from”\?/);
  await expect(phone.getByRole("status")).toContainText("“frm”");
  await expect.poll(() => topOf(phone)).toBe(top);
  expect(await violations(phone)).toEqual([]);
  await offer(phone, "from").tap();
  await expect(phone.getByRole("status")).toContainText("“tidee” is not one of our words");
  await offer(phone, "tidy").tap();
  await expect(field(phone)).toHaveValue("acorn-from-river-tidy");
  await expect(field(phone)).not.toHaveAttribute("aria-invalid");
  await expect(joinButton(phone)).toBeFocused();
  await phone.keyboard.press("Enter");
  await expect(phone).toHaveURL(/\/s\/acorn-from-river-tidy$/);

  await expect(state(phone)).toHaveAttribute("data-state", "not-found");
  await field(phone).fill("acorn-from-river-yi");
  await expect(offered(phone)).toHaveText(["yield"]);
  await field(phone).press("Enter");
  await expect(field(phone)).toHaveAttribute("aria-invalid", "true");
  await field(phone).press("Enter");
  await expect(phone).toHaveURL(/\/s\/acorn-from-river-yi$/);
});

test("links and codes as they are pasted and scanned lead to the talk, and a sentence is asked about", async ({
  page,
}) => {
  const { listenerUrl } = demo();
  const heading = page.getByRole("heading", { name: "No talk has this link" });
  const addresses = [
    "/S/ACORN-LAKE-RIVER-TIDY",
    "/s/acorn-lake-river-tidy).",
    "/s/acorn-lake-river-tidy”&utm_source=x",
  ];
  for (const address of addresses) {
    await page.goto(`${listenerUrl}${address}`);
    await expect(heading).toBeVisible();
    await expect(page.getByRole("status", { name: "Listening status" })).toContainText("under acorn-lake-river-tidy.");
  }
  const pasted = [`Listen: ${listenerUrl}/s/acorn-lake-river-tidy thanks`, "(“acorn-\u00adlake-river-tidy”)!"];
  for (const text of pasted) {
    await page.goto(listenerUrl);
    await field(page).fill(text);
    await joinButton(page).click();
    await expect(page).toHaveURL(`${listenerUrl}/s/acorn-lake-river-tidy`);
  }

  await page.goto(listenerUrl);
  await field(page).fill("ac");
  await expect(offered(page)).toHaveCount(4);
  const top = await topOf(page);
  await field(page).fill("the code is acorn lake river tidy");
  await joinButton(page).click();
  await expect(field(page)).toHaveAccessibleDescription(/Did you mean “acorn-lake-river-tidy”\?/);
  expect(await topOf(page)).toBe(top);
  await offer(page, "acorn-lake-river-tidy").click();
  await joinButton(page).click();
  await expect(page).toHaveURL(`${listenerUrl}/s/acorn-lake-river-tidy`);
});

test("without its words the form joins all the same, and a link pasted is no typing error", async ({ page }) => {
  const failed = page.waitForEvent("requestfailed", { predicate: (request) => /code-words/.test(request.url()) });
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.route(/code-words/, (route) => route.abort());
  await page.goto(demo().listenerUrl);
  await failed;
  await field(page).fill("acorn frm river ti");
  await expect(offered(page)).toHaveCount(0);
  await joinButton(page).click();
  await expect(page).toHaveURL(/\/s\/acorn-frm-river-ti$/);

  expect(errors).toEqual([]);
  await page.unroute(/code-words/);
  await page.goto(demo().listenerUrl);
  await field(page).fill("ac");
  await expect(offered(page)).toHaveCount(4);
  await field(page).fill(`${demo().listenerUrl}/s/acorn-frm-river-ti`);
  await expect(offered(page)).toHaveCount(0);
  await joinButton(page).click();
  await expect(page).toHaveURL(/\/s\/acorn-frm-river-ti$/);
});
