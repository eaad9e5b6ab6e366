import { fullJitterMs, sleep, type Timing } from "@lectern/primitives";
import { isRetryable } from "./errors.ts";

/** Short enough that whoever waits goes on within 5 s of the cause being gone. */
const DELAYS = { firstMs: 800, longestMs: 3_000 };
const MAX_ATTEMPTS = 5;

/** Calls again after errors that `isRetryable`, with exponential back-off and full jitter: a hall of listeners arrives at once. */
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
