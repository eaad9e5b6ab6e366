import { fullJitterMs, sleep, type Timing } from "@lectern/primitives";
import { isRetryable } from "./errors.ts";

/** At most 3 s between two attempts, so that a page goes on soon after AWS is back. */
const DELAYS = { firstMs: 800, longestMs: 3_000 };
const MAX_ATTEMPTS = 5;

/** Calls again after an error that `isRetryable`, with exponential back-off and full jitter, because many listeners arrive at once. */
export async function retry<T>(timing: Timing, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw error;
      await sleep(timing, fullJitterMs(DELAYS, attempt, timing.random));
    }
  }
}
