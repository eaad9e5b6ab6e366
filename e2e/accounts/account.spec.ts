import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { tabTo } from "../lib/accessibility.ts";
import { authenticatorCode, PASSWORD, test, wrong } from "../lib/account.ts";
import { demo, localAws } from "../lib/product.ts";
import { scanPage } from "../lib/qr-code.ts";

test("a name and a new e-mail; the old one stays until the new one has proved itself", async ({ member: ada }) => {
  await ada.signIn();
  await ada.openAccount();
  await ada.page.getByText("Change name").click();
  await ada.field("Your name").fill("Ada <i>Lovelace</i>");
  await ada.press("Save name");
  await expect(ada.page.getByText("Saved.")).toBeVisible();
  await expect(ada.page.getByText("Ada <i>Lovelace</i>")).toBeVisible();

  const next = `${randomUUID().slice(0, 8)}@example.net`;
  await ada.page.getByText("Change e-mail").click();
  await ada.field("New e-mail").fill(next);
  await ada.press("Send code");
  await expect(ada.page.getByText(`${ada.email} stays your address`)).toBeVisible();
  await ada.looksWell();
  await ada.field("Code").fill(await ada.readCode(next));
  await ada.press("Confirm address");
  await expect(ada.page.getByText("Sign in with the new address from now on.")).toBeVisible();
  await ada.press("Sign out here");
  await ada.signIn(PASSWORD, next);
  await ada.signedIn();
});

test("two-step sign-in is set up, asked for, and turned off, with the keyboard alone", async ({ member: ada }) => {
  const { keyboard } = ada.page;
  await ada.signIn();
  await tabTo(ada.page, "Account");
  await keyboard.press("Enter");
  await expect(ada.page.getByText("Off: your password alone")).toBeVisible();
  await tabTo(ada.page, "Set up an authenticator app");
  await keyboard.press("Enter");
  await expect(ada.page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const key = await ada.readKey();
  await ada.looksWell();
  const secret = key.replaceAll(" ", "");
  for (const colorScheme of ["light", "dark"] as const) {
    await ada.page.emulateMedia({ colorScheme });
    expect(await scanPage(ada.page)).toEqual([
      `otpauth://totp/Lectern:${encodeURIComponent(ada.email)}?secret=${secret}&issuer=Lectern`,
    ]);
  }
  await tabTo(ada.page, "Code");
  const used = await authenticatorCode(key);
  await keyboard.type(used);
  await keyboard.press("Enter");
  await expect(ada.page.getByText("On: signing in asks")).toBeVisible();
  await ada.press("Sign out here");

  await ada.signIn();
  await expect(ada.field("Code")).toBeFocused();
  await keyboard.type(used);
  await keyboard.press("Enter");
  await expect(ada.page.getByRole("alert")).toContainText("used already");
  await localAws.advance(0.5);
  await ada.field("Code").fill(await authenticatorCode(key));
  await keyboard.press("Enter");
  await ada.signedIn();

  await ada.openAccount();
  await tabTo(ada.page, "Turn off");
  await keyboard.press("Enter");
  await tabTo(ada.page, "Keep it");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(ada.page.getByText("Off: your password alone")).toBeVisible();
});

test("a phone number counts once its texted code is typed, is a second step, alone or beside an app, and is removed", async ({
  member: ada,
}) => {
  await localAws.settings({ sms: true });
  await ada.page.reload();
  await ada.signIn();
  await ada.openAccount();
  await ada.page.getByText("Add a number").click();
  await ada.field("New phone number").fill("0170 1234567");
  await ada.press("Text a code");
  await expect(ada.page.getByRole("alert")).toContainText("not a phone number with its country");
  await ada.field("New phone number").fill(`${ada.phone}0`);
  await ada.press("Text a code");
  await ada.press("Another number");
  await ada.field("New phone number").fill(`00${ada.phone.slice(1, 5)} ${ada.phone.slice(5)}`);
  await ada.press("Text a code");
  const code = await ada.readCode(ada.phone);
  await ada.field("Code").fill(wrong(code));
  await ada.press("Confirm number");
  await expect(ada.page.getByRole("alert")).toContainText("That code is wrong");
  await ada.field("Code").fill(code);
  await ada.press("Confirm number");
  await expect(ada.page.getByText(ada.phone)).toBeVisible();
  await ada.looksWell();

  await ada.press("Use text messages");
  await expect(ada.page.getByText("On: signing in asks for a code that comes by text message")).toBeVisible();
  await ada.press("Sign out here");
  await ada.signIn();
  await ada.field("Code").fill(await ada.readCode(ada.phone));
  await ada.press("Continue");
  await ada.signedIn();

  await ada.openAccount();
  await ada.press("Set up an authenticator app");
  await ada.field("Code").fill(await authenticatorCode(await ada.readKey()));
  await ada.press("Turn on");
  await expect(ada.page.getByText("Keep the app or the number")).toBeVisible();
  await ada.press("Remove number");
  await ada.press("Remove");
  await expect(ada.page.getByText("On: signing in asks for a code from your authenticator app, too.")).toBeVisible();
  await expect(ada.page.getByText(ada.phone)).toBeHidden();
});

test("signing out everywhere signs the other device out as well", async ({ member: ada, browser }) => {
  await ada.signIn();
  await ada.signedIn();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(demo().speakerUrl);
  await elsewhere.getByRole("textbox", { name: "Email" }).fill(ada.email);
  await elsewhere.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere.locator("[data-state]")).toHaveAttribute("data-state", "microphone-check");
  await elsewhere.getByRole("button", { name: "Account" }).click();
  await expect(elsewhere.getByText("within the hour")).toBeVisible();
  await elsewhere.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(elsewhere.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await ada.press("Account");
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(ada.page.getByRole("alert")).toContainText("You were signed out");
});

test("an account is deleted with its talks and their channels, and its links lead nowhere", async ({ member: ada }) => {
  const channels = async () => (await localAws.state()).channels.map(({ name }) => name);
  const others = await channels();
  const own = async () => (await channels()).filter((name) => !others.includes(name));
  await ada.signIn();
  const link = await ada.page.getByRole("link", { name: "Listener link" }).getAttribute("href");
  await ada.press("Go live");
  await expect(ada.page.locator("[data-state]")).toHaveAttribute("data-state", "live");
  expect(await own()).not.toEqual([]);
  // On air there is no way to the account but another tab, or the address.
  await ada.page.evaluate(() => {
    window.location.hash = "account";
  });
  await ada.press("Delete account");
  await ada.looksWell();
  await ada.press("Delete for good");
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect.poll(own).toEqual([]);
  await ada.signIn();
  await expect(ada.page.getByRole("alert")).toContainText("E-mail or password is wrong");
  await ada.page.goto(link ?? "");
  await expect(ada.page.locator("[data-state]")).toHaveAttribute("data-state", "not-found");
});

test("the account screen has a place in the address: Back leaves it", async ({ member: ada }) => {
  await ada.signIn();
  await ada.openAccount();
  await ada.looksWell();
  await ada.page.reload();
  await expect(ada.page.getByRole("heading", { name: "Your account", exact: true })).toBeVisible();
  await ada.page.goBack();
  await ada.signedIn();
});
