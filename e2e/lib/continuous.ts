import { expect, type Page, type TestInfo, test } from "@playwright/test";
import { startControl } from "./control.ts";
import { WINDOW_MS } from "./envelope.ts";
import { type Gap, type Heard, worstGap } from "./gaps.ts";
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
  /** The states the page has come to since then: what a person saw, however short. */
  states(since: number): Promise<string[]>;
  /** Resolves once the voice has been heard again for half a second. How long after `since` that began, ms. */
  back(since: number, withinMs?: number): Promise<number>;
}

/** How long a fault lasts, or is watched for: there is no event to wait for. */
export const lasting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A machine so busy that no round of so many can be judged is too busy for these tests. */
const ROUNDS = 6;

/**
 * The gap of a round. One over the limit that the control has as well is the machine's: then there is another round, until
 * one can be judged.
 * @throws where none could be
 */
export async function judged(limitMs: number, round: () => Promise<Gap>): Promise<number> {
  const unjudged: number[] = [];
  while (unjudged.length < ROUNDS) {
    const { gapMs, oursMs } = await round();
    if (gapMs < limitMs || oursMs >= limitMs) return gapMs;
    unjudged.push(gapMs);
    test.info().annotations.push({ type: "repeated", description: `${gapMs} ms, ${oursMs} ms more than the control` });
  }
  throw new Error(`In ${ROUNDS} rounds the control was missed as well: this machine cannot tell (${unjudged} ms).`);
}

/** How long the voice was missed at most while something happened, which may have to happen again. */
export const gapDuring = (hearing: Hearing, limitMs: number, happens: () => Promise<unknown>): Promise<number> =>
  judged(limitMs, async () => {
    const since = await hearing.now();
    await happens();
    return hearing.worstGap(since, limitMs);
  });

/** The same, within so long of a fault; and the voice is there again, for good. */
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
  const isSteady = (windows: readonly boolean[], from: number) => {
    const half = windows.slice(from, from + HALF_A_SECOND);
    // A fifth of it may be between syllables, or the jitter buffer's first stretch.
    return half[0] && half.length === HALF_A_SECOND && half.filter(Boolean).length >= HALF_A_SECOND * 0.8;
  };
  const until = async (begins: () => Promise<number>, withinMs: number): Promise<number> => {
    let begun = -1;
    await expect
      .poll(async () => (begun = await begins()), { timeout: withinMs, intervals: [100] })
      .toBeGreaterThanOrEqual(0);
    return begun * WINDOW_MS;
  };
  const hearing: Hearing = {
    now,
    worstGap: async (since, limitMs) => worstGap(await heardSince(since), limitMs),
    states: (since) =>
      page.evaluate((from) => window.seenStates.filter(({ at }) => at >= from).map(({ state }) => state), since),
    back: (since, withinMs = 30_000) =>
      until(async () => {
        const windows = (await heardSince(since)).map(({ voice }) => voice);
        return windows.findIndex((_, from) => isSteady(windows, from));
      }, withinMs),
  };
  // The first moments are the measurement's own.
  await until(async () => {
    const windows = (await heardSince(0)).map(({ voice, control }) => voice && control);
    return windows.findIndex((_, from) => isSteady(windows, from));
  }, 30_000);
  return hearing;
}

const HALF_A_SECOND = 500 / WINDOW_MS;

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
