import { sleep, type Timers } from "@lectern/primitives";
import type { ListenerReport } from "../peer/state-channel.ts";
import { type AudioCounters, type ElementState, judgeHearing } from "./hearing.ts";

const REPORT_EVERY_MS = 1000;

interface ReportingPeer {
  counters(): Promise<AudioCounters | null>;
  say(report: ListenerReport): void;
}

/** Tells the speaker once a second what is heard here, until the signal aborts. */
export async function reportHearing(
  peer: ReportingPeer,
  element: () => ElementState,
  timers: Timers,
  signal: AbortSignal,
): Promise<void> {
  let before: AudioCounters | null = null;
  let wasBad = false;
  for (;;) {
    await sleep(timers, REPORT_EVERY_MS, signal);
    const now = signal.aborted ? null : await peer.counters().catch(() => null);
    if (signal.aborted) return;
    if (now) {
      const judged = judgeHearing(element(), before, now);
      const isBad = judged === "not-hearing";
      // A single bad second is not reported: only two in a row count as not hearing.
      if (!isBad || wasBad) peer.say(judged);
      wasBad = isBad;
    }
    before = now;
  }
}
