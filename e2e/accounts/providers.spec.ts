import { expect } from "@playwright/test";
import { tabTo } from "../lib/accessibility.ts";
import { test } from "../lib/account.ts";
import { localAws } from "../lib/product.ts";

test("somebody signs in with another provider, goes live from the same studio, and has an account screen", async ({
  stranger: ada,
}) => {
  await ada.looksWell();
  await tabTo(ada.page, "Continue with Example");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByText("Lectern wants to know")).toBeVisible();
  await ada.page.getByRole("textbox", { name: "E-mail" }).fill(ada.email);
  await ada.press("Allow");
  await ada.signedIn();
  expect(new URL(ada.page.url()).search).toBe("");
  await ada.press("Go live");
  await expect(ada.page.locator("[data-state]")).toHaveAttribute("data-state", "live");
  await ada.press("End session");
  await ada.press("End for everyone");
  await ada.openAccount();
  await expect(ada.page.getByText("You sign in with Example")).toBeVisible();
  await expect(ada.page.getByText("Change password")).toBeHidden();
  await ada.looksWell();
});

test("who signs out is asked again by the other provider, and is told to sign out there as well", async ({
  stranger: ada,
}) => {
  const goThere = async () => {
    await ada.press("Continue with Example");
    await expect(ada.page.getByText("Lectern wants to know")).toBeVisible();
    await ada.page.getByRole("textbox", { name: "E-mail" }).fill(ada.email);
    await ada.press("Allow");
    await ada.signedIn();
  };
  await goThere();
  await ada.press("Sign out");
  await goThere();
  await ada.openAccount();
  await expect(ada.page.getByText("You stay signed in at Example.")).toBeVisible();
  await ada.press("Sign out everywhere");
  await goThere();
  await ada.openAccount();
  await ada.press("Delete account");
  await ada.press("Delete for good");
  await goThere();
});

test("who says no there is back at the sign-in, with a way on; an answer to nothing does nothing", async ({
  stranger: ada,
}) => {
  await ada.press("Continue with Example");
  await ada.press("Deny");
  await expect(ada.page.getByRole("alert")).toContainText("You were not signed in there");
  const { origin } = new URL(ada.page.url());
  await ada.page.goto(`${origin}/?code=stolen&state=guessed`);
  await expect(ada.page.getByRole("alert")).toContainText("not begun here");
  expect(new URL(ada.page.url()).search).toBe("");
  await ada.page.goto(`${origin}/?error=invalid_request&error_description=Attribute+email+is+required`);
  await expect(ada.page.getByRole("alert")).toContainText("You were not signed in there");
  expect(new URL(ada.page.url()).search).toBe("");
});

test("a Lectern without other providers shows none", async ({ stranger: ada }) => {
  await localAws.settings({ providers: [] });
  await ada.page.reload();
  await expect(ada.page.getByRole("button", { name: "Make an account" })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: /Continue with/ })).toBeHidden();
});
