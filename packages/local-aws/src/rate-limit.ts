import { SECOND_MS } from "@lectern/primitives";
import type { AwsError, Clock } from "./http/service.ts";

/** A quota of so many calls in a while, counted apart for each key. */
export interface RateLimit {
  /** True, and counted, when the key may go on; false, and not counted, when its while is full. */
  take(key: string): boolean;
  /** How many keys it remembers. */
  size(): number;
}

/**
 * A sliding window, of one second unless said otherwise. AWS does not say how it counts; of the usual ways this is the
 * strictest, so what passes here passes there.
 */
export function createRateLimit(clock: Clock, most: number, windowMs = SECOND_MS): RateLimit {
  /** The keys in the order they were last taken. */
  const takenAt = new Map<string, number[]>();
  return {
    take(key) {
      const now = clock.now();
      const isRecent = (at: number) => at > now - windowMs;
      for (const [other, times] of takenAt) {
        if (isRecent(times.at(-1) ?? 0)) break;
        takenAt.delete(other);
      }
      const recent = takenAt.get(key)?.filter(isRecent) ?? [];
      if (recent.length >= most) return false;
      recent.push(now);
      takenAt.delete(key);
      takenAt.set(key, recent);
      return true;
    },
    size: () => takenAt.size,
  };
}

/** The same for who answers a call over the limit with an error. Without a key it is counted for the whole account. */
export function createQuota(
  clock: Clock,
  most: number,
  refusal: (key: string) => AwsError,
  windowMs?: number,
): (key?: string) => void {
  const rate = createRateLimit(clock, most, windowMs);
  return (key = "") => {
    if (!rate.take(key)) throw refusal(key);
  };
}

/** A token bucket, as API Gateway throttles by: so many at once, and so many more for each second that passes. */
export function createTokenBucket(
  clock: Clock,
  { rateLimit, burstLimit }: { rateLimit: number; burstLimit: number },
): { take(): boolean } {
  let tokens = burstLimit;
  let filledAt = clock.now();
  return {
    take() {
      const now = clock.now();
      tokens = Math.min(burstLimit, tokens + ((now - filledAt) / SECOND_MS) * rateLimit);
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
