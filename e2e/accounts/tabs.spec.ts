import { checkMicrophone, goLive, listen, openListener, openNewSpeaker, state } from "../lib/pages.ts";
import { demo } from "../lib/product.ts";
import { expect, test } from "../lib/test.ts";

test("signing out where another tab took over leaves that tab on air and heard, and asks there to sign in again", async ({
  browser,
}) => {
  const first = await openNewSpeaker(browser);
  const link = await checkMicrophone(first);
  await goLive(first);
  const second = await first.context().newPage();
  await second.goto(demo().speakerUrl);
  await expect(state(second)).toHaveAttribute("data-state", "microphone-check");
  await second.getByRole("button", { name: "Go live" }).click();
  await second.getByRole("button", { name: "Take over here" }).click();
  await expect(state(first)).toHaveAttribute("data-state", "displaced");
  const listener = await openListener(browser, link);
  await listen(listener);

  await first.getByRole("button", { name: "Sign out" }).click();
  await expect(state(first)).toHaveAttribute("data-state", "signed-out");
  await expect(second.getByText("You were signed out")).toBeVisible();
  await expect(state(second)).toHaveAttribute("data-state", "live");
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await second.getByRole("textbox", { name: "Email" }).fill(demo().email);
  await second.getByRole("textbox", { name: "Password" }).fill(demo().password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second.getByText("You were signed out")).toBeHidden();
  await expect(state(second)).toHaveAttribute("data-state", "live");
});
