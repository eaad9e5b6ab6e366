import type { Clock } from "./http/service.ts";

const WINDOW_MS = 1000;

/** A quota of so many calls a second, counted apart for each key. */
export interface RateLimit {
  /** True, and counted, when the key may go on; false, and not counted, when its second is full. */
  take(key: string): boolean;
}

/**
 * A sliding window of one second. AWS does not say how it counts; of the usual ways this is the strictest, so what
 * passes here passes there.
 */
export function createRateLimit(clock: Clock, perSecond: number): RateLimit {
  const takenAt = new Map<string, number[]>();
  return {
    take(key) {
      const now = clock.now();
      const recent = (takenAt.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
      takenAt.set(key, recent);
      if (recent.length >= perSecond) return false;
      recent.push(now);
      return true;
    },
  };
}
