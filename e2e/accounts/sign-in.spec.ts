import { expect } from "@playwright/test";
import { authenticatorCode, OTHER_PASSWORD, PASSWORD, test, wrong } from "../lib/account.ts";
import { demo, localAws } from "../lib/product.ts";

test("an invited speaker makes their own password, says their name, and adds a second step, as the pool wants", async ({
  stranger: ada,
}) => {
  await localAws.settings({ secondFactor: "required", requiredAttributes: ["name", "birthdate", "zoneinfo"] });
  await localAws.account({ email: ada.email, invite: { password: PASSWORD } });
  await ada.signIn();
  await ada.field("Name").fill("Ada");
  await ada.field("Date of birth").fill("1815-12-10");
  await ada.field("Zoneinfo").fill("Europe/London");
  await ada.field("New password").fill("short");
  await ada.press("Save and sign in");
  await expect(ada.page.getByRole("alert")).toContainText("not accepted");
  await ada.field("New password").fill(OTHER_PASSWORD);
  await ada.press("Save and sign in");
  await expect(ada.page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  await ada.looksWell();
  const key = await ada.readKey();
  await ada.field("Code").fill(wrong(await authenticatorCode(key)));
  await ada.press("Confirm and sign in");
  await expect(ada.page.getByRole("alert")).toContainText("That code is wrong");
  await ada.field("Code").fill(await authenticatorCode(key));
  await ada.press("Confirm and sign in");
  await ada.signedIn();
});

test("a text message or the app, as one chooses; and who lost both is told who helps", async ({ member: ada }) => {
  await localAws.settings({ sms: true });
  await localAws.account({ email: ada.email, phone: ada.phone, factors: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"] });
  await ada.signIn();
  await expect(ada.page.getByRole("button", { name: "Authenticator app" })).toBeFocused();
  await ada.page.getByText("Lost your device?").click();
  await expect(ada.page.getByText("Whoever runs this Lectern")).toBeVisible();
  await ada.looksWell();
  await localAws.fault("answer", { service: "cognito-idp", how: "error" });
  await ada.press("Text message");
  await expect(ada.page.getByRole("alert")).toContainText("did not work");
  await localAws.fault("clear");
  await ada.press("Text message");
  await ada.page.getByText("Lost your device?").click();
  await expect(ada.page.getByText("Whoever runs this Lectern")).toBeVisible();
  await ada.looksWell();
  await ada.field("Code").fill(await ada.readCode(ada.phone));
  await ada.press("Continue");
  await ada.signedIn();
});

test("an answer that comes after three minutes leads back to the beginning", async ({ member: ada }) => {
  await localAws.settings({ sms: true });
  await localAws.account({ email: ada.email, phone: ada.phone, factors: ["SMS_MFA"] });
  await ada.signIn();
  const code = await ada.readCode(ada.phone);
  await localAws.advance(3);
  await ada.field("Code").fill(code);
  await ada.press("Continue");
  await expect(ada.page.getByRole("alert")).toContainText("That took too long");
  await expect(ada.field("Email")).toHaveValue(ada.email);
});

test("five wrong passwords lock the account for a while, and the page says to wait", async ({ member: ada }) => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await ada.signIn(OTHER_PASSWORD);
    await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
    await expect(ada.page.getByRole("alert")).toContainText("E-mail or password is wrong");
  }
  // Caught within the lock's first second, or not at all: one more failure doubles it.
  await expect(async () => {
    await ada.signIn(OTHER_PASSWORD);
    await expect(ada.page.getByRole("alert")).toContainText("Wait a few minutes", { timeout: 2000 });
  }).toPass();
  await localAws.advance(15);
  await ada.signIn();
  await ada.signedIn();
});

test("while too many sign in at once, the page says to wait", async ({ member: ada }) => {
  await localAws.fault("answer", { service: "cognito-idp", how: "throttle" });
  await ada.signIn();
  await expect(ada.page.getByRole("alert")).toContainText("wait a few minutes");
  await localAws.fault("clear");
  await ada.press("Sign in");
  await ada.signedIn();
});

test("a sign-in may last as long as its tab", async ({ member: ada }) => {
  await ada.page.getByRole("checkbox", { name: "Keep me signed in" }).uncheck();
  await ada.signIn();
  await ada.signedIn();
  // The disk is written behind.
  await expect.poll(() => ada.page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  await ada.page.reload();
  await ada.signedIn();
  const another = await ada.page.context().newPage();
  await another.goto(demo().speakerUrl);
  await expect(another.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("so may one by a forgotten password, and one by another provider", async ({ member: ada }) => {
  const lastsAsLongAsTheTab = async () => {
    await ada.signedIn();
    const another = await ada.page.context().newPage();
    await another.goto(demo().speakerUrl);
    await expect(another.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
    await another.close();
  };
  const keep = ada.page.getByRole("checkbox", { name: "Keep me signed in" });
  await keep.uncheck();
  await ada.press("Forgot your password?");
  await ada.field("Email").fill(ada.email);
  await ada.press("Send code");
  await ada.field("Code").fill(await ada.readCode());
  await ada.field("New password").fill(OTHER_PASSWORD);
  await ada.press("Save and sign in");
  await lastsAsLongAsTheTab();
  await ada.press("Sign out");
  await keep.uncheck();
  await ada.press("Continue with Example");
  await ada.page.getByRole("textbox", { name: "E-mail" }).fill(ada.email);
  await ada.press("Allow");
  await lastsAsLongAsTheTab();
});

test("two tabs go in and out together", async ({ member: ada }) => {
  const other = await ada.page.context().newPage();
  await other.goto(demo().speakerUrl);
  await ada.signIn();
  await ada.signedIn();
  await expect(other.locator("[data-state]")).toHaveAttribute("data-state", "microphone-check");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a browser that keeps nothing signs in for as long as the page lives", async ({ member: ada }) => {
  await ada.page.addInitScript(() => {
    const forbidden = () => {
      throw new DOMException("Forbidden.", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: forbidden });
    Object.defineProperty(window, "sessionStorage", { get: forbidden });
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  });
  await ada.page.reload();
  await ada.signIn();
  await ada.signedIn();
});

test("a browser whose disk is full signs in for as long as the page lives", async ({ member: ada }) => {
  await ada.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("Full.", "QuotaExceededError");
    };
  });
  await ada.page.reload();
  await ada.signIn();
  await ada.signedIn();
  await ada.press("Sign out");
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});
