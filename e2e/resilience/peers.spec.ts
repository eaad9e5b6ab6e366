import type { ChildProcess } from "node:child_process";
import { chromium } from "@playwright/test";
import { passMinutes } from "../lib/advance-clock.ts";
import { chromiumOptions } from "../lib/chromium.ts";
import {
  BY_ITSELF_MS,
  gapDuring,
  inTime,
  lasting,
  NEVER_STOPS_MS,
  note,
  outageAfter,
  startHearing,
} from "../lib/continuous.ts";
import { WINDOW_MS } from "../lib/envelope.ts";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  openSpeaker,
  state,
} from "../lib/pages.ts";
import { relayOnly, selectedPair } from "../lib/peers.ts";
import { localAws } from "../lib/product.ts";
import { forgetSessions } from "../lib/sessions.ts";
import { getIn } from "../lib/talk.ts";
import { expect, test } from "../lib/test.ts";

const steady = chromiumOptions({ microphone: "steady", network: "one" });
test.use({ launchOptions: steady });

test("a listener's path breaks, as when they change networks, and is mended", async ({ browser }, info) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link, relayOnly);
  await listen(listener);
  const other = await openListener(browser, link);
  await listen(other);
  const hearing = await startHearing(listener);
  const otherHearing = await startHearing(other, speaker);
  let gapMs = 0;
  const otherGapMs = await gapDuring(otherHearing, NEVER_STOPS_MS, async () => {
    gapMs = await outageAfter(hearing, BY_ITSELF_MS, async () => {
      await expect(state(listener)).toHaveAttribute("data-state", "playing");
      const since = await hearing.now();
      await localAws.fault("relayGone");
      await expect.poll(() => hearing.states(since)).toEqual(["reconnecting", "playing"]);
    });
  });
  expect(gapMs).toBeGreaterThan(NEVER_STOPS_MS);
  expect(gapMs).toBeLessThan(BY_ITSELF_MS);
  expect(otherGapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault: "A listener's network path is gone", sees: "Reconnecting, then the talk", gapMs });
  await endSession(speaker);
});

test("the speaker's page is reloaded, crashes, is closed: listeners wait, and go on without a tap", async ({
  browser,
}, info) => {
  let speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener);

  const faults = {
    "The speaker's page is reloaded": async () => {
      await speaker.reload();
      await expect(state(speaker)).toHaveAttribute("data-state", "microphone-check");
    },
    "The speaker's page crashes": async () => {
      const session = await speaker.context().newCDPSession(speaker);
      session.send("Page.crash").catch(() => undefined);
      await expect(state(listener)).toHaveAttribute("data-state", "waiting");
      await speaker.context().close();
      speaker = await openNewSpeaker(browser);
      expect(await checkMicrophone(speaker)).toBe(link);
    },
    "The speaker closes the page and opens another": async () => {
      await speaker.context().close();
      speaker = await openNewSpeaker(browser);
      expect(await checkMicrophone(speaker)).toBe(link);
    },
  };
  for (const [fault, happens] of Object.entries(faults)) {
    await test.step(fault, async () => {
      const gapMs = await inTime(BY_ITSELF_MS, async (begin) => {
        await happens();
        await expect(state(listener)).toHaveAttribute("data-state", "waiting");
        await begin();
        await goLive(speaker);
        return hearing.back(await hearing.now());
      });
      expect(gapMs, fault).toBeLessThan(BY_ITSELF_MS);
      await expect(state(listener)).toHaveAttribute("data-state", "playing");
      note(info, { fault, sees: "Waiting for the speaker; the talk once the speaker is live again", gapMs });
    });
  }
  await endSession(speaker);
});

/** To every process of a browser that Playwright launched: they are one group. */
function signal({ pid }: ChildProcess, name: "SIGSTOP" | "SIGCONT"): void {
  if (pid === undefined) throw new Error("the browser has no process");
  process.kill(-pid, name);
}

const SLEEP_MS = 25_000;

for (const who of ["listener", "speaker"] as const) {
  test(`the ${who}'s laptop sleeps and wakes, and the talk goes on`, async ({ browser }, info) => {
    const server = await chromium.launchServer(steady);
    const laptop = await chromium.connect(server.wsEndpoint());
    try {
      const speaker = await openNewSpeaker(who === "speaker" ? laptop : browser);
      const link = await checkMicrophone(speaker);
      await goLive(speaker);
      const listener = await openListener(who === "listener" ? laptop : browser, link);
      await listen(listener);
      const hearing = await startHearing(listener);
      const gapMs = await inTime(BY_ITSELF_MS, async (begin) => {
        const asleep = await hearing.now();
        signal(server.process(), "SIGSTOP");
        await lasting(SLEEP_MS);
        await begin();
        signal(server.process(), "SIGCONT");
        const awake = await hearing.now();
        // What was still on its way when the speaker's laptop fell asleep is heard.
        expect(await hearing.voicedMs(asleep)).toBeLessThan(SLEEP_MS / 5);
        const backMs = await hearing.back(awake);
        await lasting(3000);
        const since = await hearing.now();
        const againMs = await hearing.back(since);
        // It came, and went again.
        return againMs < 500 ? backMs : (since - awake) * WINDOW_MS + againMs;
      });
      expect(gapMs).toBeLessThan(BY_ITSELF_MS);
      await expect(state(listener)).toHaveAttribute("data-state", "playing");
      note(info, { fault: `The ${who}'s laptop sleeps for 25 s`, sees: "The talk, once awake", gapMs });
      await endSession(speaker);
    } finally {
      await laptop.close();
      await server.close();
    }
  });
}

test("where UDP is blocked, TURN over TLS carries the sound", async ({ browser }, info) => {
  await localAws.settings({ turnTransports: "tls" });
  const { turnSpkiSha256 } = await localAws.state();
  const blocked = await chromium.launch(chromiumOptions({ network: "no-udp", trusts: turnSpkiSha256 }));
  try {
    const speaker = await openSpeaker(browser);
    const link = await checkMicrophone(speaker);
    await goLive(speaker);
    const listener = await openListener(blocked, link);
    await listen(listener);
    const hearing = await startHearing(listener);
    expect((await selectedPair(listener))?.[0]).toBe("relay");
    const protocols = await listener.evaluate(async () => {
      const reports = await Promise.all(window.openedPeers.map((peer) => peer.getStats()));
      return reports.flatMap((report) => [...report.values()].flatMap(({ relayProtocol }) => relayProtocol ?? []));
    });
    expect(new Set(protocols)).toEqual(new Set(["tls"]));
    const gapMs = await inTime(NEVER_STOPS_MS, async (begin) => {
      await begin();
      return gapDuring(hearing, Number.POSITIVE_INFINITY, () => lasting(3000));
    });
    expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
    note(info, { fault: "UDP is blocked where a listener is", sees: "nothing", gapMs });
    await endSession(speaker);
  } finally {
    await blocked.close();
  }
});

test("a relay that dies after 300 s is replaced", async ({ browser }, info) => {
  await localAws.settings({ relayAfter300s: "dead" });
  const speaker = await openNewSpeaker(browser, relayOnly);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link, relayOnly);
  await listen(listener);
  const hearing = await startHearing(listener);
  const gapMs = await outageAfter(hearing, BY_ITSELF_MS, async () => {
    const since = await hearing.now();
    await passMinutes(4);
    // Shorter than it takes to seem gone, so that both pages are there when the relays end.
    await localAws.advance(1.2);
    await expect.poll(() => hearing.states(since)).toEqual(["reconnecting", "playing"]);
  });
  expect(gapMs).toBeGreaterThan(NEVER_STOPS_MS);
  expect(gapMs).toBeLessThan(BY_ITSELF_MS);
  note(info, { fault: "A TURN relay ends after 300 s", sees: "Reconnecting, then the talk", gapMs });
  await endSession(speaker);
});

test("who comes before the speaker hears them, though KVS loses what is sent before a master is there", async ({
  browser,
}) => {
  await localAws.settings({ earlyMessages: "lost" });
  const tookMs = await inTime(BY_ITSELF_MS, async (begin) => {
    const speaker = await openSpeaker(browser);
    const listener = await openListener(browser, await checkMicrophone(speaker));
    await listener.getByRole("button", { name: "Listen" }).click();
    await goLive(speaker);
    await begin();
    const playingMs = await getIn(listener, Date.now());
    await startHearing(listener);
    await endSession(speaker);
    await Promise.all([listener.context().close(), speaker.close()]);
    // Whoever came to this one once more would read that it is over.
    await forgetSessions();
    return playingMs;
  });
  expect(tookMs).toBeLessThan(BY_ITSELF_MS);
});
