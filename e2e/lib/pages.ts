import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { watchPeers } from "./peers.ts";
import { demo } from "./product.ts";

/** Nine pages that draw thirty times a second leave two cores nothing for the sound. */
const QUIET = { reducedMotion: "reduce" } as const;

/** The speaker's page in a browser that was never there before, driven as a person would: by accessible names only. */
export async function openNewSpeaker(
  browser: Browser,
  init?: (context: BrowserContext) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext(QUIET);
  await watchPeers(context);
  await init?.(context);
  const page = await context.newPage();
  await page.goto(demo().speakerUrl);
  return page;
}

/** Of each browser, where the demo speaker signed in and stayed so. */
const signedIn = new WeakMap<Browser, BrowserContext>();

/**
 * The speaker's page, where signing in is not the subject: the browser keeps its sign-in from test to test, and no other
 * item of localStorage. Recordings and the HTTP cache stay as well: tests of them take `openNewSpeaker`. A second page
 * beside it is one of a browser that was never there before.
 */
export async function openSpeaker(browser: Browser): Promise<Page> {
  const kept = signedIn.get(browser);
  if (kept && kept.pages().length > 0) return openNewSpeaker(browser);
  if (!kept) {
    const first = await openNewSpeaker(browser);
    signedIn.set(browser, first.context());
    first.context().once("close", () => signedIn.delete(browser));
    return first;
  }
  const page = await kept.newPage();
  await page.goto(`${demo().speakerUrl}/icon.svg`);
  await page.evaluate(forgetAllButSignIn);
  await page.goto(demo().speakerUrl);
  return page;
}

/** Runs in a document of the page's origin. */
function forgetAllButSignIn(): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith("lectern.session.")) localStorage.removeItem(name);
  }
}

/** Closes every page, for those left open go on playing; and every context but the one that is kept for its sign-in. */
export async function closePages(browser: Browser): Promise<void> {
  const kept = signedIn.get(browser);
  for (const context of browser.contexts()) {
    if (context !== kept) await context.close();
    else for (const page of context.pages()) await page.close();
  }
  await kept?.clearPermissions();
}

export async function signIn(page: Page, password = demo().password): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(demo().email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signed in, unless the browser was, and the microphone open; returns the link a listener is given. */
export async function checkMicrophone(page: Page): Promise<string> {
  const email = page.getByRole("textbox", { name: "Email" });
  await expect(email.or(page.getByRole("link", { name: "Listener link" }))).toBeVisible();
  if (await email.isVisible()) await signIn(page);
  await expect(state(page)).toHaveAttribute("data-state", "microphone-check");
  const link = page.getByRole("link", { name: "Listener link" });
  await expect(link).toBeVisible();
  const href = await link.getAttribute("href");
  if (!href) throw new Error("the listener link has no address");
  return href;
}

export async function goLive(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Go live" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "live");
}

/** Sooner than the session API tells the time again, which would set right a clock that stands still. */
const CLOCK_LATE_MS = 10_000;

/** Waits until the page's own clock of the talk has gone on by so many seconds. */
export async function staysOnAir(speaker: Page, seconds: number): Promise<void> {
  const shown = async () => Number(/\d+/.exec((await speaker.locator("time").getAttribute("datetime")) ?? "")?.[0]);
  const until = (await shown()) + seconds;
  await expect.poll(shown, { timeout: seconds * 1000 + CLOCK_LATE_MS }).toBeGreaterThanOrEqual(until);
}

export async function endSession(page: Page): Promise<void> {
  await page.getByRole("button", { name: "End session" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End for everyone" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "ended");
}

/** A listener in a browser context of their own. */
export async function openListener(
  browser: Browser,
  link: string,
  init?: (context: BrowserContext) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext(QUIET);
  await watchPeers(context);
  await init?.(context);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

/** The tap, and then sound. */
export async function listen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "playing");
}

/** Closes the tab as a person does: the page is told, and gives its seat back. Without that a seat is kept for half a minute. */
export async function closeTab(page: Page): Promise<void> {
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  await page.context().close();
}

/** The element that says which state the page is in. */
export const state = (page: Page) => page.locator("[data-state]").first();
