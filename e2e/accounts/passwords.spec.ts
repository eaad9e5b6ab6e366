import { expect } from "@playwright/test";
import { OTHER_PASSWORD, PASSWORD, test } from "../lib/account.ts";
import { demo, localAws } from "../lib/product.ts";

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

test("codes asked for too often rest for an hour, and a double press asks for one", async ({ member: ada }) => {
  const resend = ada.page.getByRole("button", { name: "Send a new code" });
  const note = ada.page.getByText("A new code is on its way.");
  await ada.field("Email").fill(ada.email);
  await ada.press("Forgot your password?");
  await ada.press("Send code");
  await expect(resend).toBeVisible();
  let asked = 0;
  let answer: () => void = () => undefined;
  await ada.page.route(
    ({ origin }) => origin === demo().awsEndpoint,
    async (route) => {
      if (!route.request().headers()["x-amz-target"]?.endsWith(".ForgotPassword")) return route.continue();
      asked += 1;
      await new Promise<void>((pressed) => {
        answer = pressed;
      });
      await route.continue();
    },
  );
  for (let request = 1; request <= 4; request += 1) {
    // However quick the answer would be, the second press comes before it.
    await resend.dblclick();
    await expect(note).toBeHidden();
    await expect.poll(() => asked).toBe(request);
    answer();
    await expect(note).toBeVisible();
  }
  await resend.click();
  await expect.poll(() => asked).toBe(5);
  answer();
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
