import { expect } from "@playwright/test";
import { OTHER_PASSWORD, PASSWORD, test } from "../lib/account.ts";
import { localAws } from "../lib/product.ts";

test("a forgotten password is set anew by the mailed code, which signs in", async ({ member: ada }) => {
  await ada.field("Email").fill(ada.email);
  await ada.press("Forgot your password?");
  await expect(ada.field("Email")).toHaveValue(ada.email);
  await ada.looksWell();
  await ada.press("Send code");
  const code = await ada.readCode();
  await ada.field("Code").fill(code);
  await ada.field("New password").fill("weak");
  await ada.press("Save and sign in");
  await expect(ada.page.getByRole("alert")).toContainText("not accepted");
  await ada.looksWell();
  await ada.field("New password").fill(OTHER_PASSWORD);
  await ada.press("Save and sign in");
  await ada.signedIn();
});

test("a password that an administrator reset leads to the code at the next sign-in", async ({ member: ada }) => {
  await localAws.account({ email: ada.email, resetPassword: true });
  await ada.signIn();
  await ada.field("Code").fill(await ada.readCode());
  await ada.field("New password").fill(OTHER_PASSWORD);
  await ada.press("Save and sign in");
  await ada.signedIn();
});

test("codes asked for too often rest for an hour", async ({ member: ada }) => {
  await ada.field("Email").fill(ada.email);
  await ada.press("Forgot your password?");
  await ada.press("Send code");
  for (let request = 0; request < 4; request += 1) {
    // However impatient somebody is, one is sent.
    await ada.page.getByRole("button", { name: "Send a new code" }).dblclick();
    await expect(ada.page.getByText("A new code is on its way.")).toBeVisible();
  }
  await ada.press("Send a new code");
  await expect(ada.page.getByRole("alert")).toContainText("Try again in an hour");
});

test("a password is changed while signed in, shown on request, pasted, and Caps Lock is pointed out", async ({
  member: ada,
}) => {
  await ada.signIn();
  await ada.openAccount();
  await ada.page.getByText("Change password").click();
  await ada.looksWell();
  await ada.field("Present password").fill(OTHER_PASSWORD);
  await ada.field("New password").fill(OTHER_PASSWORD);
  await ada.press("Save password");
  await expect(ada.page.getByRole("alert")).toContainText("present password is wrong");
  await ada.field("Present password").fill(PASSWORD);
  const next = ada.field("New password");
  await expect(next).toHaveAttribute("autocomplete", "new-password");
  await next.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    const allowed = element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, cancelable: true, bubbles: true }),
    );
    if (!allowed) throw new Error("pasting is forbidden");
  }, OTHER_PASSWORD);
  await expect(next).toHaveAttribute("type", "password");
  await ada.page.getByRole("button", { name: "Show password" }).last().click();
  await expect(next).toHaveAttribute("type", "text");
  await next.dispatchEvent("keydown", { key: "A", modifierCapsLock: true });
  await expect(ada.page.getByText("Caps Lock is on.")).toBeVisible();
  await ada.press("Save password");
  await expect(ada.page.getByText("Other devices stay signed in")).toBeVisible();
  await ada.press("Sign out here");
  await ada.signIn(OTHER_PASSWORD);
  await ada.signedIn();
});
