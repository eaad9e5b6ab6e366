import { type Clocks, startStopwatch } from "@lectern/primitives";
import { isRetryable } from "./errors.ts";

const RENEW_BEFORE_END_MS = 5 * 60_000;
const LEAST_USEFUL_MS = 30_000;

/** How long until something that ends is renewed: five minutes before its end, or half its life if that is less. */
export const untilRenewalMs = (leftMs: number, lifeMs: number): number =>
  leftMs - Math.min(RENEW_BEFORE_END_MS, lifeMs / 2);

/** Whether it can still be used where no other can be had. With less left it might end before it arrives. */
export const isWorthServing = (leftMs: number): boolean => leftMs > LEAST_USEFUL_MS;

export interface ExpiringValue<T> {
  /**
   * The value, good for another five minutes if it can be had. Callers who wait at the same time share one request.
   * "fresh": another than before, whatever is left of it, because it was refused.
   */
  get(fresh?: "fresh"): Promise<T>;
  /** Drops the value, and what is still on its way. */
  forget(): void;
}

/**
 * Caches a value that expires, and loads the next one before it does. While that fails with an error that `isRetryable`,
 * the old value serves until it ends.
 *
 * @param load - `goodForMs` counts from the moment `load` was called
 */
export function createExpiringValue<T>(
  clocks: Clocks,
  load: () => Promise<{ value: T; goodForMs: number }>,
): ExpiringValue<T> {
  let held: { value: T; goodForMs: number; ageMs: () => number } | null = null;
  let loading: Promise<T> | null = null;
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
      if (isRetryable(error) && mine === generation && held !== null && isWorthServing(leftMs())) return held.value;
      throw error;
    } finally {
      if (mine === generation) loading = null;
    }
  }

  return {
    async get(fresh) {
      if (!fresh && held !== null && untilRenewalMs(leftMs(), held.goodForMs) > 0) return held.value;
      loading ??= renew();
      return loading;
    },
    forget() {
      generation += 1;
      held = null;
      loading = null;
    },
  };
}
