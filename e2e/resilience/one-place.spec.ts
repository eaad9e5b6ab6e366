import { BY_ITSELF_MS, note, outageAfter, startHearing } from "../lib/continuous.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "../lib/pages.ts";
import { openPeers } from "../lib/peers.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

test("a second page is told, may take over, and the first stops for good", async ({ browser }, info) => {
  const first = await openSpeaker(browser);
  const link = await checkMicrophone(first);
  await goLive(first);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener);

  let host = first;
  const gapMs = await outageAfter(hearing, BY_ITSELF_MS, async () => {
    const second = await openSpeaker(browser);
    expect(await checkMicrophone(second)).toBe(link);
    await second.getByRole("button", { name: "Go live" }).click();
    await expect(second.getByText("You are on air in another window")).toBeVisible();
    await expect(state(host)).toHaveAttribute("data-state", "live");

    const since = await hearing.now();
    await second.getByRole("button", { name: "Take over here" }).click();
    await expect(state(second)).toHaveAttribute("data-state", "live");
    await expect(state(host)).toHaveAttribute("data-state", "displaced");
    const displaced = host;
    await expect.poll(() => openPeers(displaced)).toBe(0);
    await expect.poll(() => hearing.states(since)).toEqual(["reconnecting", "playing"]);
    host = second;
  });
  expect(gapMs).toBeLessThan(BY_ITSELF_MS);
  // The first page does not take the session back.
  await expect(state(first)).toHaveAttribute("data-state", "displaced");
  await expect(state(host)).toHaveAttribute("data-state", "live");
  note(info, { fault: "The speaker takes over on another device", sees: "Reconnecting, then the talk", gapMs });
  await endSession(host);
});
