import { AuthError, isRetryable } from "./errors.ts";
import { type Clocks, startStopwatch } from "./stopwatch.ts";

const RENEW_BEFORE_END_MS = 5 * 60_000;
/** Less than this is not worth handing out: it would end on the way. */
const LEAST_USEFUL_MS = 30_000;

export interface Renewing<T> {
  /**
   * The value, good for another five minutes if it can be had. Callers who wait at the same time share one request.
   * "fresh": another than before, whatever is left of it, because it was refused.
   */
  get(fresh?: "fresh"): Promise<T>;
  /** Drops the value, and what is still on its way. */
  forget(): void;
}

/**
 * Keeps a value that ends, and gets the next one five minutes before (half its life, if that is less). While a new one
 * cannot be had for a passing reason, the old one serves until it ends.
 *
 * @param load - `goodForMs` counts from the moment `load` was called
 */
export function createRenewing<T>(clocks: Clocks, load: () => Promise<{ value: T; goodForMs: number }>): Renewing<T> {
  let held: { value: T; goodForMs: number; ageMs: () => number } | null = null;
  let flight: Promise<T> | null = null;
  let generation = 0;

  const leftMs = () => (held === null ? 0 : held.goodForMs - held.ageMs());

  async function renew(): Promise<T> {
    const mine = generation;
    const ageMs = startStopwatch(clocks);
    try {
      const loaded = await load();
      if (mine === generation) held = { ...loaded, ageMs };
      return loaded.value;
    } catch (error) {
      const passing = error instanceof AuthError && isRetryable(error.code);
      if (passing && mine === generation && held !== null && leftMs() > LEAST_USEFUL_MS) return held.value;
      throw error;
    } finally {
      if (mine === generation) flight = null;
    }
  }

  return {
    get(fresh) {
      if (!fresh && held !== null && leftMs() > Math.min(RENEW_BEFORE_END_MS, held.goodForMs / 2)) {
        return Promise.resolve(held.value);
      }
      flight ??= renew();
      return flight;
    },
    forget() {
      generation += 1;
      held = null;
      flight = null;
    },
  };
}
