import { randomInt, randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { generateSync } from "otplib";
import { violations } from "./accessibility.ts";
import { demo, localAws } from "./product.ts";
import { test as base } from "./test.ts";

export const PASSWORD = "Correct-Horse-1";
export const OTHER_PASSWORD = "Battery-Staple-2";
const PHONE_WIDTH = { width: 360, height: 740 };

/** Somebody with a phone, a mailbox and no account yet. */
export interface Person {
  email: string;
  /** Nobody else's: what another test sent is never read as this one's. */
  phone: string;
  /** The speaker's page. */
  page: Page;
  /** The newest code in the inbox for an address or number, read on the inbox's own page once the speaker's page asks for one. */
  readCode(to?: string): Promise<string>;
  /** The key shown for an authenticator app. */
  readKey(): Promise<string>;
  field(name: string): ReturnType<Page["getByRole"]>;
  press(name: string): Promise<void>;
  signIn(password?: string, email?: string): Promise<void>;
  signedIn(): Promise<void>;
  /** The account screen. */
  openAccount(): Promise<void>;
  /** In both themes nothing is wrong for assistive technology or password managers, and nothing is wider than the phone. */
  looksWell(): Promise<void>;
}

async function createPerson(context: BrowserContext): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const phone = `+1555${String(randomInt(10_000_000)).padStart(7, "0")}`;
  const page = await context.newPage();
  const advice: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("[DOM]")) advice.push(message.text());
  });
  await page.goto(demo().speakerUrl);
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  return {
    email,
    phone,
    page,
    field,
    press,
    async readCode(to = email) {
      await expect(field("Code")).toBeVisible();
      const inbox = await context.newPage();
      await inbox.goto(`${demo().awsEndpoint}/_local/inbox.html`);
      const message = inbox.getByRole("listitem").filter({ hasText: to }).first();
      const code = /\b\d{6}\b/.exec((await message.textContent()) ?? "")?.[0];
      await inbox.close();
      if (code === undefined) throw new Error(`nothing with a code came to ${to}`);
      return code;
    },
    async readKey() {
      return (await page.locator("code").textContent()) ?? "";
    },
    async signIn(password = PASSWORD, address = email) {
      await field("Email").fill(address);
      await field("Password").fill(password);
      await press("Sign in");
    },
    async signedIn() {
      await expect(page.locator("[data-state]")).toHaveAttribute("data-state", "microphone-check");
    },
    async openAccount() {
      await press("Account");
      await expect(page.getByRole("heading", { name: "Your account", exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: "Delete account" })).toBeVisible();
    },
    async looksWell() {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
      }
      expect(advice).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    },
  };
}

async function withPerson(browser: Browser, use: (person: Person) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE_WIDTH, reducedMotion: "reduce" });
  await use(await createPerson(context));
  await context.close();
}

/** The test of the whole product, with people in it: somebody new, and somebody who has an account. */
export const test = base.extend<{ stranger: Person; member: Person }>({
  stranger: ({ browser }, use) => withPerson(browser, use),
  member: ({ browser }, use) =>
    withPerson(browser, async (person) => {
      await localAws.member(person.email, PASSWORD);
      await use(person);
    }),
});

/** What an authenticator app shows at local-aws's time. */
export async function authenticatorCode(key: string): Promise<string> {
  const { now } = await localAws.state();
  return generateSync({ secret: key.replace(/\s/g, ""), epoch: Math.floor(now / 1000) });
}

/** A code that is not this one. */
export const wrong = (code: string): string => (code === "000000" ? "111111" : "000000");
