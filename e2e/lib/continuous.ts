import { expect, type Page, type TestInfo, test } from "@playwright/test";
import { startControl } from "./control.ts";
import { WINDOW_MS } from "./envelope.ts";
import { type Gap, type Heard, worstGap } from "./gaps.ts";
import { startPairs } from "./pairs.ts";
import { provideWindows } from "./windows.ts";

declare global {
  interface Window {
    heardWindows: { voice: number; control: number; concealedMs: number }[];
    /** Asks the control's jitter buffer what it has made up since the last time. */
    noteConcealed(): Promise<void>;
    /** Each `data-state` the page came to, and how many windows were heard before it. */
    seenStates: { state: string; at: number }[];
  }
}

/** RMS of a window in which the voice is heard: −46 dB of full scale, far below any syllable and far above silence. */
const VOICE = 0.005;

/** What a listener's page plays, from here on without a break, whatever happens to the page's peers. */
export interface Hearing {
  /** Now, as a place in what is heard. */
  now(): Promise<number>;
  /** The gap to judge by, of what was heard from then until now. */
  worstGap(since: number, limitMs: number): Promise<Gap>;
  /** How long the voice was heard since then, ms. */
  voicedMs(since: number): Promise<number>;
  /** The states the page has come to since then: what a person saw, however short. */
  states(since: number): Promise<string[]>;
  /** Resolves once the voice has been heard again for half a second. How long after `since` that began, ms. */
  back(since: number): Promise<number>;
}

/** How long a fault lasts, or is watched for: there is no event to wait for. */
export const lasting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A machine on which so many rounds of a test cannot be judged is too busy for it. */
export const REPEATED_AT_MOST = 8;

/**
 * The gap of a round. One over the limit that the control has as well is the machine's: then there is another round, until
 * one can be judged.
 * @throws where too many of this test could not be
 */
export async function judged(limitMs: number, round: () => Promise<Gap>): Promise<number> {
  const { annotations } = test.info();
  for (;;) {
    const { gapMs, oursMs } = await round();
    if (gapMs < limitMs || oursMs >= limitMs) return gapMs;
    annotations.push({
      type: "repeated",
      description: `${gapMs} ms, of which ${oursMs} by comparison with the control`,
    });
    const repeated = annotations.filter(({ type }) => type === "repeated");
    if (repeated.length > REPEATED_AT_MOST)
      throw new Error(`This machine cannot tell: ${repeated.map(({ description }) => description).join("; ")}.`);
  }
}

/** How long the voice was missed at most while something happened, which may have to happen again. */
export const gapDuring = (hearing: Hearing, limitMs: number, happens: () => Promise<unknown>): Promise<number> =>
  judged(limitMs, async () => {
    const since = await hearing.now();
    await happens();
    return hearing.worstGap(since, limitMs);
  });

/** The same, where it never stops: nor does the page come to another state. */
export const gapUnnoticed = (hearing: Hearing, happens: () => Promise<unknown>): Promise<number> =>
  judged(NEVER_STOPS_MS, async () => {
    const since = await hearing.now();
    await happens();
    const gap = await hearing.worstGap(since, NEVER_STOPS_MS);
    // A busy machine that takes the sound away for seconds shows in the state as well: that round is judged by the sound.
    if (gap.gapMs < NEVER_STOPS_MS) expect(await hearing.states(since)).toEqual([]);
    return gap;
  });

/** How long it was missed at most within so long of a fault; and the voice is there again, for good. */
export const gapAfter = (
  hearing: Hearing,
  limitMs: number,
  withinMs: number,
  fault: () => Promise<unknown>,
): Promise<number> =>
  gapDuring(hearing, limitMs, async () => {
    await fault();
    await lasting(withinMs);
    await hearing.back(await hearing.now());
  });

/** A bare pair of peers takes 50 ms. Where one took twice as long, so did what was timed. */
const PAIR_LIMIT_MS = 100;

/**
 * How long something took that may take seconds, as `happens` says, ms. Over the limit while bare pairs of peers were slow
 * as well, it is the machine's: then it happens again, until it can be judged.
 *
 * @param happens - calls `begin` where what it times begins
 */
export const inTime = (limitMs: number, happens: (begin: () => Promise<void>) => Promise<number>): Promise<number> =>
  judged(limitMs, async () => {
    const pairs = await startPairs();
    try {
      const gapMs = await happens(pairs.begin);
      return { gapMs, oursMs: (await pairs.slowestMs()) < PAIR_LIMIT_MS ? gapMs : 0 };
    } finally {
      await pairs.end();
    }
  });

/** How long the voice is gone after a fault that takes it for seconds, ms; watched until two seconds after the limit. */
export const outageAfter = (hearing: Hearing, limitMs: number, fault: () => Promise<unknown>): Promise<number> =>
  inTime(limitMs, async (begin) => {
    await begin();
    return gapAfter(hearing, Number.POSITIVE_INFINITY, limitMs + 2000, fault);
  });

/**
 * Measures what comes out of the page's <audio> element from now on, in windows of 20 ms, and beside it a control from the
 * speaker's page, where one is given.
 */
export async function startHearing(page: Page, speaker?: Page): Promise<Hearing> {
  if (speaker) await startControl(speaker, page);
  await provideWindows(page);
  await page.evaluate(async () => {
    const heard: Window["heardWindows"] = [];
    window.heardWindows = heard;
    const seen: Window["seenStates"] = [];
    window.seenStates = seen;
    const stateNow = () => document.querySelector("[data-state]")?.getAttribute("data-state") ?? "";
    let last = stateNow();
    new MutationObserver(() => {
      const state = stateNow();
      if (state !== last) seen.push({ state, at: heard.length });
      last = state;
    }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
    const audio = document.querySelector("audio");
    if (!audio) throw new Error("the page has no <audio> element");
    const streams = [() => audio.srcObject, () => window.controlStream ?? null];
    await window.measureWindows(streams, ([voice = 0, control = 0]) =>
      heard.push({ voice: audio.paused || audio.muted ? 0 : voice * audio.volume, control, concealedMs: 0 }),
    );
    let concealed = 0;
    window.noteConcealed = async () => {
      for (const stats of (await window.controlPeer?.getStats())?.values() ?? []) {
        if (stats.type !== "inbound-rtp") continue;
        const last = heard.at(-1);
        if (last) last.concealedMs += (stats.concealedSamples - concealed) / 48;
        concealed = stats.concealedSamples;
      }
    };
    setInterval(window.noteConcealed, 100);
  });

  const now = () => page.evaluate(() => window.heardWindows.length);
  const heardSince = async (since: number): Promise<Heard[]> => {
    const windows = await page.evaluate(async (from) => {
      await window.noteConcealed();
      return window.heardWindows.slice(from);
    }, since);
    return windows.map(({ voice, control, concealedMs }) => ({
      voice: voice >= VOICE,
      control: !speaker || control >= VOICE,
      concealedMs,
    }));
  };
  /** Resolves once half a second was heard, of the control as well where asked. How long after `since` it began, ms. */
  const heardAgain = async (since: number, isControlHeard: boolean): Promise<number> => {
    const begun = await page.waitForFunction(
      ([from, half, voiceRms, withControl]) => {
        const isHeard = ({ voice, control }: Window["heardWindows"][number]) =>
          voice >= voiceRms && (!withControl || control >= voiceRms);
        const heard = window.heardWindows.slice(from).map(isHeard);
        // A fifth of it may be between syllables, or the jitter buffer's first stretch.
        const at = heard.findIndex(
          (first, i) =>
            first && i + half <= heard.length && heard.slice(i, i + half).filter(Boolean).length >= half * 0.8,
        );
        return at >= 0 ? { at } : null;
      },
      [since, 500 / WINDOW_MS, VOICE, isControlHeard] as const,
      { timeout: 30_000, polling: 100 },
    );
    return ((await begun.jsonValue())?.at ?? 0) * WINDOW_MS;
  };
  const hearing: Hearing = {
    now,
    worstGap: async (since, limitMs) => worstGap(await heardSince(since), limitMs),
    voicedMs: async (since) => (await heardSince(since)).filter(({ voice }) => voice).length * WINDOW_MS,
    states: (since) =>
      page.evaluate((from) => window.seenStates.filter(({ at }) => at >= from).map(({ state }) => state), since),
    back: (since) => heardAgain(since, false),
  };
  // The first moments are the measurement's own.
  await heardAgain(0, speaker !== undefined);
  return hearing;
}

/** A line of docs/resilience.md. */
export interface Row {
  fault: string;
  /** What a person sees. */
  sees: string;
  gapMs: number;
}

/** Remembers the line; a reporter writes them all when asked to. */
export const note = (info: TestInfo, row: Row): void => {
  info.annotations.push({ type: "resilience", description: JSON.stringify(row) });
};

/** "Never stops": no window over 200 ms without the voice. */
export const NEVER_STOPS_MS = 200;
/** "Continues by itself": within 5 s of the cause being gone. */
export const BY_ITSELF_MS = 5000;
