import type { Browser } from "@playwright/test";

interface Speaker {
  speakerUrl: string;
  email: string;
  password: string;
}

/** Signs a speaker in and goes live. Resolves to the link for listeners. */
export async function goLive(browser: Browser, { speakerUrl, email, password }: Speaker): Promise<string> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(speakerUrl);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const link = await page.getByRole("link", { name: "Listener link" }).getAttribute("href");
  if (!link) throw new Error("the speaker's page shows no link");
  await page.getByRole("button", { name: "Go live" }).click();
  await page.locator('[data-state="live"]').waitFor();
  return link;
}
