import type { Page } from "@playwright/test";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openSpeaker,
  state,
  staysOnAir,
} from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { expect, test } from "./lib/test.ts";

const SESSIONS = "**/sessions/*";

/** What the session API tells whoever opens the link now. */
async function sessionOf(link: string): Promise<{ status: string; title: string }> {
  const code = new URL(link).pathname.split("/").at(-1);
  return (await (await fetch(`${demo().httpApiUrl}/sessions/${code}`)).json()).session;
}

/** From now on the page's changes of its session do not arrive. */
const loseChanges = (speaker: Page): Promise<unknown> =>
  speaker.route(SESSIONS, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
/** What the page changes of its session next replaces its link as well, as another tab may. */
const replaceLinkAsWell = (speaker: Page): Promise<unknown> =>
  speaker.route(SESSIONS, (route) => {
    const body = route.request().postDataJSON();
    return route.continue(body ? { postData: JSON.stringify({ ...body, code: null }) } : {});
  });
const loseNoMore = (speaker: Page): Promise<void> => speaker.unroute(SESSIONS);

test("a pause, its end, a new title and the end of the talk are told until they are so, and the speaker is told meanwhile", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const press = (name: string) => speaker.getByRole("button", { name, exact: true }).click();
  const isNotTold = speaker.getByText("Not everyone knows yet");
  const headline = speaker.getByRole("status", { name: "Broadcast status" });

  for (const [button, told] of [
    ["Pause", "paused"],
    ["Resume", "live"],
  ] as const) {
    await test.step(button, async () => {
      await loseChanges(speaker);
      await press(button);
      await expect(isNotTold).toBeVisible();
      expect((await sessionOf(link)).status).not.toBe(told);
      await loseNoMore(speaker);
      await expect.poll(async () => (await sessionOf(link)).status).toBe(told);
      await expect(isNotTold).toBeHidden();
    });
  }
  await expect(listener.getByRole("status", { name: "Listening status" })).not.toContainText(/paused/i);

  await test.step("Rename", async () => {
    await loseChanges(speaker);
    await press("Rename");
    await speaker.getByRole("textbox", { name: "Title" }).fill("The tides");
    await press("Done");
    await expect(speaker.getByText("The title could not be saved yet.")).toBeVisible();
    await loseNoMore(speaker);
    await replaceLinkAsWell(speaker);
    await expect(listener.getByRole("heading", { name: "The tides" })).toBeVisible();
    await expect(speaker.getByRole("heading", { name: "The tides" })).toBeVisible();
    await expect(speaker.getByText("The title could not be saved yet.")).toBeHidden();
    await expect(speaker.getByRole("link", { name: "Listener link" })).not.toHaveAttribute("href", link);
    await loseNoMore(speaker);
  });

  await test.step("End", async () => {
    await loseChanges(speaker);
    await press("End session");
    await press("End for everyone");
    await expect(headline).toHaveText("Ending");
    await expect(listener.getByRole("status", { name: "Listening status" })).toContainText(/muted/i);
    await expect(isNotTold).toBeVisible();
    await loseNoMore(speaker);
    await expect(state(speaker)).toHaveAttribute("data-state", "ended");
    await expect(speaker.getByText("your listeners were told")).toBeVisible();
    await expect(state(listener)).toHaveAttribute("data-state", "ended");
  });

  await test.step("Go live again", async () => {
    await press("Go live again");
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
    await endSession(speaker);
  });
});

test("who goes live again right after ending stays on air, though the answer to the end comes only then; a talk that is deleted elsewhere is gone, not ended", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await speaker.route(SESSIONS, async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await endSession(speaker);
  const answered = speaker.waitForResponse((response) => response.request().method() === "PATCH");
  await speaker.getByRole("button", { name: "Go live again" }).click();
  answer();
  await answered;
  // What the end of this test asks for is answered by nobody but the API.
  await speaker.unrouteAll({ behavior: "wait" });
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  await staysOnAir(speaker, 1);
  expect((await sessionOf(link)).status).toBe("live");

  // What this page asks for now, another one might.
  await speaker.route(SESSIONS, (route) => route.continue({ method: "DELETE" }));
  await speaker.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(speaker.getByText("This session is gone")).toBeVisible();
  await expect(speaker.getByRole("link", { name: "Listener link" })).toHaveCount(0);
});
