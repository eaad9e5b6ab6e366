import type { LiveEnvironment } from "../environment.ts";
import { type AudioCounters, type ElementState, judgeHearing } from "./hearing.ts";
import type { Media } from "./media.ts";

const REPORT_EVERY_MS = 1000;

/** Tells the speaker once a second what is heard here, until the signal aborts. */
export function reportHearing(
  media: Media,
  element: () => ElementState,
  setTimer: LiveEnvironment["setTimer"],
  signal: AbortSignal,
): void {
  let before: AudioCounters | null = null;
  let wasBad = false;
  async function once(): Promise<void> {
    const now = await media.counters().catch(() => null);
    if (signal.aborted) return;
    if (now) {
      const judged = judgeHearing(element(), before, now);
      const isBad = judged === "not-hearing";
      // One bad second is a hiccup, not a listener lost: only two in a row are told.
      if (!isBad || wasBad) media.say(judged);
      wasBad = isBad;
    }
    before = now;
    schedule();
  }
  function schedule(): void {
    const cancel = setTimer(() => void once(), REPORT_EVERY_MS);
    signal.addEventListener("abort", cancel, { once: true });
  }
  schedule();
}
