import { expect } from "@playwright/test";
import { OTHER_PASSWORD, PASSWORD, test, wrong } from "../lib/account.ts";
import { localAws } from "../lib/product.ts";

test("somebody new, at a domain with an umlaut, makes an account, gives the mailed code, and is at the microphone", async ({
  stranger: ada,
}) => {
  const [name = ""] = ada.email.split("@");
  const address = `${name}@müller.example`;
  const mailed = `${name}@xn--mller-kva.example`;
  await ada.press("Make an account");
  await ada.field("Email").pressSequentially(address);
  await expect(ada.field("Email")).toHaveValue(address);
  const conditions = ada.page.getByRole("list", { name: "What the password needs" });
  await ada.field("Password").fill("correct");
  await expect(conditions.getByRole("listitem").filter({ hasText: "not yet" })).toHaveCount(4);
  await ada.looksWell();
  await ada.press("Make account");
  await expect(ada.page.getByRole("alert")).toContainText("not accepted");
  await ada.field("Password").fill("Correct Horse 1 ");
  await expect(conditions.getByRole("listitem").filter({ hasText: "not yet" })).toHaveText(/No space at either end/);
  // A space within is a sign to the pool, and so to the list.
  await ada.field("Password").fill("Correct Horse 1");
  await expect(conditions.getByRole("listitem").filter({ hasText: "not yet" })).toHaveCount(0);
  await ada.press("Make account");

  await expect(ada.field("Code")).toBeFocused();
  await expect(ada.page.getByText(address)).toBeVisible();
  const first = await ada.readCode(mailed);
  await ada.field("Code").fill(wrong(first));
  await ada.press("Confirm");
  await expect(ada.page.getByRole("alert")).toContainText("That code is wrong");
  await ada.looksWell();
  await ada.press("Send a new code");
  await expect(ada.page.getByText("A new code is on its way.")).toBeVisible();
  // As an Arabic keyboard writes it, in two parts.
  const second = await ada.readCode(mailed);
  const arabic = second.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
  await ada.field("Code").fill(`${arabic.slice(0, 3)}-${arabic.slice(3)}`);
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

test("after fifteen wrong codes even the right one rests for an hour", async ({ stranger: ada }) => {
  await ada.press("Make an account");
  await ada.field("Email").fill(ada.email);
  await ada.field("Password").fill(PASSWORD);
  await ada.press("Make account");
  const code = await ada.readCode();
  const alert = ada.page.getByRole("alert");
  await ada.field("Code").fill(wrong(code));
  for (let attempt = 0; attempt < 15; attempt += 1) {
    await ada.press("Confirm");
    await expect(ada.page.locator("main")).toHaveAttribute("aria-busy", "false");
    await expect(alert).toContainText("That code is wrong");
  }
  await ada.field("Code").fill(code);
  await ada.press("Confirm");
  await expect(alert).toContainText("Try again in an hour");
  await localAws.advance(60);
  await ada.press("Confirm");
  await ada.signedIn();
});

test("nobody learns from the page who has an account", async ({ member, stranger }) => {
  const { page, press, field } = stranger;
  /** Everything the page says on the way through every door. */
  async function everyDoor(email: string): Promise<string[]> {
    const said: string[] = [];
    const note = async () => said.push(((await page.locator("main").textContent()) ?? "").replaceAll(email, "…"));
    const again = async () => {
      await note();
      await press("Send a new code");
      await expect(page.getByText("A new code is on its way.")).toBeVisible();
      await note();
    };
    await page.reload();
    await stranger.signIn(OTHER_PASSWORD, email);
    await expect(page.getByRole("alert")).toContainText("E-mail or password is wrong");
    await note();
    await press("Make an account");
    await field("Email").fill(email);
    await field("Password").fill(PASSWORD);
    await press("Make account");
    await expect(field("Code")).toBeVisible();
    await again();
    await page.reload();
    await press("Forgot your password?");
    await field("Email").fill(email);
    await press("Send code");
    await expect(field("Code")).toBeVisible();
    await again();
    await field("Code").fill("12345");
    await field("New password").fill(PASSWORD);
    await press("Save and sign in");
    await expect(page.getByRole("alert")).toContainText("That code is wrong");
    await note();
    return said;
  }
  expect(await everyDoor(member.email)).toEqual(await everyDoor(stranger.email));
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
