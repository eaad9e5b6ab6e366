import { expect } from "@playwright/test";
import { tabTo } from "../lib/accessibility.ts";
import { PASSWORD, test, wrong } from "../lib/account.ts";
import { localAws } from "../lib/product.ts";

test("somebody new makes an account, gives the mailed code, and is at the microphone", async ({ stranger: ada }) => {
  await ada.press("Make an account");
  await ada.field("Email").fill(ada.email);
  const conditions = ada.page.getByRole("list", { name: "What the password needs" });
  await ada.field("Password").fill("correct");
  await expect(conditions.getByRole("listitem").filter({ hasText: "not yet" })).toHaveCount(4);
  await ada.looksWell();
  await ada.press("Make account");
  await expect(ada.page.getByRole("alert")).toContainText("not accepted");
  await ada.field("Password").fill(PASSWORD);
  await expect(conditions.getByRole("listitem").filter({ hasText: "not yet" })).toHaveCount(0);
  await ada.press("Make account");

  await expect(ada.field("Code")).toBeFocused();
  const first = await ada.readCode();
  await ada.field("Code").fill(wrong(first));
  await ada.press("Confirm");
  await expect(ada.page.getByRole("alert")).toContainText("That code is wrong");
  await ada.looksWell();
  await ada.press("Send a new code");
  await expect(ada.page.getByText("A new code is on its way.")).toBeVisible();
  await ada.field("Code").fill(await ada.readCode());
  await ada.press("Confirm");
  await ada.signedIn();
});

test("a code that was never given is asked for at the next sign-in, a day later with a new one", async ({
  stranger: ada,
}) => {
  await ada.press("Make an account");
  await ada.field("Email").fill(ada.email);
  await ada.field("Password").fill(PASSWORD);
  await ada.press("Make account");
  await expect(ada.field("Code")).toBeVisible();
  const late = await ada.readCode();
  await ada.page.reload();
  await localAws.advance(24 * 60);
  await ada.signIn();
  await ada.field("Code").fill(late);
  await ada.press("Confirm");
  await expect(ada.page.getByRole("alert")).toContainText("no longer good");
  await ada.press("Send a new code");
  await expect(ada.page.getByText("A new code is on its way.")).toBeVisible();
  await ada.field("Code").fill(await ada.readCode());
  await ada.press("Confirm");
  await ada.signedIn();
});

test("nobody learns from the page who has an account", async ({ member, stranger }) => {
  const said: string[] = [];
  for (const email of [member.email, stranger.email]) {
    await stranger.page.reload();
    await stranger.press("Make an account");
    await stranger.field("Email").fill(email);
    await stranger.field("Password").fill(PASSWORD);
    await stranger.press("Make account");
    await expect(stranger.field("Code")).toBeVisible();
    said.push(((await stranger.page.locator("main").textContent()) ?? "").replace(email, "…"));
    await stranger.page.reload();
    await stranger.press("Forgot your password?");
    await stranger.field("Email").fill(email);
    await stranger.press("Send code");
    await expect(stranger.field("Code")).toBeVisible();
    said.push(((await stranger.page.locator("main").textContent()) ?? "").replace(email, "…"));
  }
  expect(said.slice(0, 2)).toEqual(said.slice(2));
});

test("who had an account all along is told so by the code, and signs in", async ({ member }) => {
  await member.press("Make an account");
  await member.field("Email").fill(member.email);
  await member.field("Password").fill(PASSWORD);
  await member.press("Make account");
  await member.field("Code").fill(await member.readCode());
  await member.press("Confirm");
  await expect(member.page.getByRole("alert")).toContainText("You have an account");
  await member.signIn();
  await member.signedIn();
});

test("where accounts are not made by oneself, the page offers none and says whom to ask", async ({ stranger }) => {
  await localAws.settings({ selfSignUp: false });
  const { page, looksWell } = stranger;
  await page.reload();
  await expect(page.getByText("Whoever runs this Lectern")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an account" })).toBeHidden();
  await looksWell();
});

test("an account is made with the keyboard alone", async ({ stranger: ada }) => {
  const { keyboard } = ada.page;
  await tabTo(ada.page, "Make an account");
  await keyboard.press("Enter");
  await expect(ada.field("Email")).toBeFocused();
  await keyboard.type(ada.email);
  await tabTo(ada.page, "Password");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await expect(ada.field("Code")).toBeFocused();
  await keyboard.type(await ada.readCode());
  await keyboard.press("Enter");
  await ada.signedIn();
});
