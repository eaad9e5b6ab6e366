import { sleep, type Timers } from "@lectern/primitives";
import type { ClockDifference } from "../peer/clock-comparison.ts";
import type { PlayoutSample } from "./playout.ts";

/** What a peer tells of how late its sound is. */
interface DelaySource {
  /** Asks the speaker's page for its time; the answer is for the next look. */
  askTime(): void;
  clocks(): ClockDifference | null;
  playout(): Promise<PlayoutSample | null>;
}

/** Opus packets carry so much sound, and leave when the last of it was spoken. */
const PACKET_MS = 20;
/** What the clocks say may differ this much from the sum of the parts; if it differs more, a clock was set. */
const BELIEVED_MS = { shorter: 50, longer: 1500 } as const;

/**
 * From the mouth to the ear, ms. Where the browser says when the sound that plays now was captured, by the speaker's
 * clock, the two clocks tell; elsewhere the parts are added up: packet, half the round trip, what is held back, output.
 */
export function mouthToEarMs(sample: PlayoutSample, clocks: ClockDifference | null, outputMs: number): number | null {
  if (!clocks || sample.heldBackMs === null) return null;
  const parts = PACKET_MS + clocks.roundTripMs / 2 + sample.heldBackMs;
  const after = sample.outputMs ?? outputMs;
  if (sample.played === null) return parts + after;
  const byClocks = sample.played.at + clocks.aheadMs - sample.played.capturedAt;
  const isBelieved = byClocks >= parts - BELIEVED_MS.shorter && byClocks <= parts + BELIEVED_MS.longer;
  return (isBelieved ? byClocks : parts) + after;
}

/** The median of so many measurements is shown, so that a single odd one is not. */
const LOOKS = 5;
const LOOK_EVERY_MS = 1000;

/** Tells the delay once a second while it is known, null when it is not any more, until the signal aborts. */
export async function followDelay(
  source: DelaySource,
  outputMs: () => number,
  tell: (delayMs: number | null) => void,
  timers: Timers,
  signal: AbortSignal,
): Promise<void> {
  let looks: number[] = [];
  signal.addEventListener("abort", () => tell(null), { once: true });
  while (!signal.aborted) {
    source.askTime();
    await sleep(timers, LOOK_EVERY_MS, signal);
    const sample = signal.aborted ? null : await source.playout().catch(() => null);
    if (signal.aborted) return;
    const delayMs = sample && mouthToEarMs(sample, source.clocks(), outputMs());
    looks = delayMs === null ? [] : [...looks.slice(1 - LOOKS), delayMs];
    tell([...looks].sort((a, b) => a - b)[looks.length >> 1] ?? null);
  }
}
