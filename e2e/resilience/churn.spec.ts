import { chromiumOptions } from "../lib/chromium.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { readHeld, watchTimers } from "../lib/resources.ts";
import { expect, test } from "../lib/test.ts";

test.use({ launchOptions: chromiumOptions({ microphone: "steady" }) });

/** A join or leave each, two seconds of the clock apart: five minutes of them here; `npm run bench -- churn` takes an hour. */
const EVENTS = Number(process.env.LECTERN_CHURN_EVENTS ?? 150);
const WARM_UP = 30;

test("listeners come and go, and nothing stays behind on either page or in local-aws", async ({ browser }, info) => {
  test.setTimeout(60_000 + EVENTS * 3000);
  const speaker = await openSpeaker(browser, watchTimers);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link, watchTimers);
  const pages = { speaker, listener };

  async function churn(events: number): Promise<void> {
    for (let event = 0; event < events; event += 2) {
      await listen(listener);
      await localAws.advance(1 / 30);
      // Now and then somebody closes the page instead, or opens it anew.
      if (event % 10 === 8) await listener.reload();
      else await listener.getByRole("button", { name: "Stop" }).click();
      await expect(state(listener)).toHaveAttribute("data-state", "ready");
      await localAws.advance(1 / 30);
    }
    // Everything that a leave has begun is over.
    await listen(listener);
    await expect(speaker.getByRole("status", { name: "Listeners" })).toHaveText(/^1 hearing/);
    await expect.poll(async () => (await localAws.state()).sockets.signaling.length).toBe(2);
  }

  await churn(WARM_UP);
  const before = await readHeld(pages);
  await churn(EVENTS);
  const after = await readHeld(pages);
  const grown = Object.entries(after).map(([what, count]) => [what, before[what] ?? 0, count] as const);
  info.annotations.push({ type: "churn", description: JSON.stringify({ events: EVENTS, before, after }) });
  for (const [what, was, is] of grown) {
    // A heap breathes; a leak of one join would be hundreds of times what a hundredth is.
    const allowed = what.endsWith("heapBytes") ? was * 1.08 + 300_000 : was + 4;
    expect(is, `${what}: ${was} before, ${is} after ${EVENTS} joins and leaves`).toBeLessThanOrEqual(allowed);
  }
  await endSession(speaker);
});
