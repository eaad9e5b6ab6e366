import { passMinutes } from "../lib/advance-clock.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openNewSpeaker } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { readHeld, watchTimers } from "../lib/resources.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

/** A join or leave each, and an hour of the clock in leaps; `npm run bench -- churn` has as many as an hour of them. */
const EVENTS = Number(process.env.LECTERN_CHURN_EVENTS ?? 40);
/** A page that is used more and more has more and more of its code compiled: that is over after the first of these. */
const WARM_UP = Math.max(20, 20 * Math.round(EVENTS / 80));

test("listeners come and go, and nothing stays behind on either page or in local-aws", async ({ browser }, info) => {
  test.setTimeout(60_000 + EVENTS * 3000);
  const speaker = await openNewSpeaker(browser, watchTimers);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link, watchTimers);
  const pages = { speaker, listener };
  const visitor = await openListener(browser, link);

  await listen(listener);

  async function churn(events: number): Promise<void> {
    for (let event = 0; event < events; event += 2) {
      await listener.getByRole("button", { name: "Stop" }).click();
      await listen(listener);
      // Now and then somebody else opens the page anew: the one that is measured stays.
      if (event % 10 === 8) await visitor.reload();
      if (event % 8 === 4) await passMinutes(9);
    }
    // Everything that a leave has begun is over.
    await expect(speaker.getByRole("status", { name: "Listeners" })).toContainText("2 connected");
    await expect.poll(async () => (await localAws.state()).sockets.signaling.length).toBe(3);
  }

  await churn(WARM_UP);
  const before = await readHeld(pages);
  await churn(EVENTS);
  const after = await readHeld(pages);
  const grown = Object.entries(after).map(([what, count]) => [what, before[what] ?? 0, count] as const);
  info.annotations.push({ type: "churn", description: JSON.stringify({ events: EVENTS, before, after }) });
  for (const [what, was, is] of grown) {
    // Heaps and counts vary a little by themselves. What each join leaves behind would be there twenty times.
    const allowed = what.endsWith("heapBytes") ? was * 1.08 + 300_000 : was + 15;
    expect(is, `${what}: ${was} before, ${is} after ${EVENTS} joins and leaves`).toBeLessThanOrEqual(allowed);
  }
  await endSession(speaker);
});
