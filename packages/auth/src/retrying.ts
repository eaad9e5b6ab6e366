import { AuthError, isRetryable } from "./errors.ts";

const BASE_DELAY_MS = 400;
/** Whoever waited goes on within 5 s of the cause being gone. */
const MAX_DELAY_MS = 3_000;
const MAX_ATTEMPTS = 5;

/** Calls again after failures that pass, with exponential back-off and full jitter: a hall of listeners arrives at once. */
export async function retrying<T>(random: () => number, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof AuthError) || !isRetryable(error.code) || attempt === MAX_ATTEMPTS) throw error;
      const delayMs = random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}
