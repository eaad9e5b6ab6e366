import { expect } from "@playwright/test";
import { tabTo } from "../lib/accessibility.ts";
import { authenticatorCode, OTHER_PASSWORD, PASSWORD, type Person, test } from "../lib/account.ts";
import { localAws } from "../lib/product.ts";

/** What somebody does who has no mouse. */
function keysOf({ page }: Person) {
  const { keyboard } = page;
  return {
    async enter(control: string): Promise<void> {
      await tabTo(page, control);
      await keyboard.press("Enter");
    },
    async type(field: string, text: string): Promise<void> {
      await tabTo(page, field);
      await keyboard.type(text);
    },
    /** Where the page has put the focus. */
    async typeAtOnce(field: string, text: string): Promise<void> {
      await expect(page.getByRole("textbox", { name: field, exact: true })).toBeFocused();
      await keyboard.type(text);
    },
    send: () => keyboard.press("Enter"),
  };
}

test("an account is made", async ({ stranger: ada }) => {
  const keys = keysOf(ada);
  await keys.enter("Make an account");
  await keys.typeAtOnce("Email", ada.email);
  await keys.type("Password", PASSWORD);
  await keys.send();
  await keys.typeAtOnce("Code", await ada.readCode());
  await keys.send();
  await ada.signedIn();
});

test("a forgotten password is set anew", async ({ member: ada }) => {
  const keys = keysOf(ada);
  await keys.enter("Forgot your password?");
  await keys.typeAtOnce("Email", ada.email);
  await keys.send();
  await keys.typeAtOnce("Code", await ada.readCode());
  await keys.type("New password", OTHER_PASSWORD);
  await keys.enter("Show password");
  await tabTo(ada.page, "New password");
  await keys.send();
  await ada.signedIn();
});

test("an invited speaker makes a password and adds a second step", async ({ stranger: ada }) => {
  const keys = keysOf(ada);
  await localAws.settings({ secondFactor: "required", requiredAttributes: ["name"] });
  await localAws.account({ email: ada.email, invite: { password: PASSWORD } });
  await keys.type("Email", ada.email);
  await keys.type("Password", PASSWORD);
  await keys.send();
  await keys.typeAtOnce("Name", "Ada");
  await keys.type("New password", OTHER_PASSWORD);
  await keys.send();
  await keys.type("Code", await authenticatorCode(await ada.readKey()));
  await keys.send();
  await ada.signedIn();
});

test("a second step is chosen and answered", async ({ member: ada }) => {
  const keys = keysOf(ada);
  await localAws.settings({ sms: true });
  await localAws.account({ email: ada.email, phone: ada.phone, factors: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"] });
  await keys.type("Email", ada.email);
  await keys.type("Password", PASSWORD);
  await keys.send();
  await keys.enter("Text message");
  await keys.typeAtOnce("Code", await ada.readCode(ada.phone));
  await keys.send();
  await ada.signedIn();
});

test("a name, an address and a password are changed, and the account is deleted", async ({ member: ada }) => {
  const keys = keysOf(ada);
  const next = `new-${ada.email}`;
  await ada.signIn();
  await expect(ada.page.getByRole("link", { name: "Listener link" })).toBeVisible();
  await keys.enter("Account");
  await keys.enter("Change name");
  await keys.type("Your name", "Ada");
  await keys.send();
  await expect(ada.page.getByText("Saved.")).toBeVisible();
  await keys.enter("Change e-mail");
  await keys.type("New e-mail", next);
  await keys.send();
  await keys.typeAtOnce("Code", await ada.readCode(next));
  await keys.send();
  await expect(ada.page.getByText("Sign in with the new address from now on.")).toBeVisible();
  await keys.enter("Change password");
  await keys.type("Present password", PASSWORD);
  await keys.type("New password", OTHER_PASSWORD);
  await keys.send();
  await expect(ada.page.getByText("Other devices stay signed in")).toBeVisible();
  await keys.enter("Delete account");
  await keys.enter("Delete for good");
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});
