import { expectNewSockets, passAnHour } from "../lib/advance-clock.ts";
import { gapUnnoticed, NEVER_STOPS_MS, note, startHearing } from "../lib/continuous.ts";
import { closeTab, endSession, listen, openListener, state } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { beginTalk } from "../lib/talk.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

const cut = (service: "signaling" | "websocket", code?: number) => localAws.fault("closeSockets", { service, code });
const anHour = "an hour passes: sockets, tokens and credentials end";

/** What happens to which sockets. `displaces`: new ones are opened while the old are still open. */
const faults = [
  { fault: "signaling sockets cut", of: "signaling", cause: () => cut("signaling") },
  { fault: "signaling sockets closed", of: "signaling", cause: () => cut("signaling", 1001) },
  { fault: "GO_AWAY", of: "signaling", cause: () => localAws.fault("goAway"), displaces: true },
  { fault: "session API's sockets cut", of: "websocket", cause: () => cut("websocket") },
  { fault: anHour, of: "signaling", cause: passAnHour, displaces: true },
  { fault: "another hour", of: "signaling", cause: passAnHour, displaces: true },
] as const;

for (const fate of ["left", "closed"] as const) {
  test(`sockets end in every way there is, and the sound never does (displaced sockets are ${fate})`, async ({
    browser,
  }, info) => {
    await localAws.settings({ displacedSocket: fate, iceServersAfter45Minutes: fate === "left" ? "given" : "refused" });
    const { speaker, link, listener, hearing } = await beginTalk(browser);
    const refusedBefore = await localAws.limits();

    for (const { fault, of, cause } of faults.filter((each) => fate === "left" || "displaces" in each)) {
      const gapMs = await test.step(fault, () =>
        gapUnnoticed(hearing, async () => {
          const { now } = await localAws.state();
          await cause();
          await expectNewSockets(now, of);
          await expect(state(speaker)).toHaveAttribute("data-state", "live");
        }),
      );
      expect(gapMs, fault).toBeLessThan(NEVER_STOPS_MS);
      await expect(state(listener)).toHaveAttribute("data-state", "playing");
      if (fate === "left") note(info, { fault, sees: "nothing", gapMs });
    }
    // The speaker's page may have found its last credentials refused, as it could not know that an hour had passed.
    await expect
      .poll(async () => (await localAws.state()).sockets.signaling.map(({ role }) => role).sort())
      .toEqual(["master", "viewer"]);
    const gapMs = await gapUnnoticed(hearing, async () => {
      await localAws.fault("reconnectIceServer");
      const newcomer = await openListener(browser, link);
      await listen(newcomer);
      await startHearing(newcomer);
      await closeTab(newcomer);
    });
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    if (fate === "left") note(info, { fault: "RECONNECT_ICE_SERVER", sees: "nothing", gapMs });
    expect(await localAws.limits()).toEqual(refusedBefore);
    await endSession(speaker);
  });
}
