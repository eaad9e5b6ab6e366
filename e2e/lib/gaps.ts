import { WINDOW_MS } from "./envelope.ts";

/** A window of 20 ms. */
export interface Heard {
  voice: boolean;
  control: boolean;
  /** What the control's jitter buffer has made up since the last window that knows, because no packet was there. */
  concealedMs: number;
}

export interface Gap {
  gapMs: number;
  /** What of it the control did not miss. */
  oursMs: number;
}

/**
 * Each has a jitter buffer of its own, which makes up what it can before it is silent: one pause of the machine comes out of
 * the two at different times, out of one as silence and out of the other made up. Statistics come late from a busy page.
 */
const APART_MS = 1000;
const APART = APART_MS / WINDOW_MS;

/** What the control missed, in windows. */
function missed(heard: readonly Heard[]): number {
  const quiet = heard.filter(({ control }) => !control).length;
  const concealedMs = heard.reduce((sum, window) => sum + window.concealedMs, 0);
  return Math.max(quiet, Math.floor(concealedMs / WINDOW_MS));
}

/** Each time without the voice, in order. */
function gapsIn(heard: readonly Heard[]): Gap[] {
  const gaps: Gap[] = [];
  for (let from = 0; from < heard.length; from++) {
    if (heard[from]?.voice) continue;
    let to = from;
    while (to < heard.length && !heard[to]?.voice) to++;
    const ours = to - from - missed(heard.slice(Math.max(0, from - APART), to + APART));
    gaps.push({ gapMs: (to - from) * WINDOW_MS, oursMs: Math.max(0, ours) * WINDOW_MS });
    from = to;
  }
  return gaps;
}

/**
 * The gap to judge by: the longest of those in which the page missed `limitMs` more than the control; without one, the
 * longest of all.
 */
export function worstGap(heard: readonly Heard[], limitMs: number): Gap {
  const worse = (a: Gap, b: Gap) => Number(b.oursMs >= limitMs) - Number(a.oursMs >= limitMs) || b.gapMs - a.gapMs;
  return gapsIn(heard).sort(worse)[0] ?? { gapMs: 0, oursMs: 0 };
}
