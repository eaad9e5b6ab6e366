/** The two clocks of a page. */
export interface Clocks {
  /** Epoch ms. May be wrong by hours, and may be set while the page is open. */
  now(): number;
  /** ms, in fractions; never set while the page lives, but stands still while some devices sleep. The browser's counts from 1970 as well. */
  steadyNow(): number;
}

export interface Timers {
  /** @returns a function that cancels. */
  setTimer(callback: () => void, delayMs: number): () => void;
}

/** Everything that makes behaviour depend on time or chance. Tests pass their own. */
export interface Timing extends Clocks, Timers {
  /** 0 ≤ x < 1. */
  random(): number;
}

/** Looked up at the call, not at import: a page may load where some of it does not exist. */
export const browserTiming: Timing = {
  now: () => Date.now(),
  steadyNow: () => globalThis.performance.timeOrigin + globalThis.performance.now(),
  random: () => Math.random(),
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Resolves after the delay, or at once when the signal aborts. */
export function sleep({ setTimer }: Timers, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    let cancel = () => {};
    const done = () => {
      cancel();
      signal?.removeEventListener("abort", done);
      resolve();
    };
    signal?.addEventListener("abort", done);
    cancel = setTimer(done, delayMs);
  });
}

/** A signal that aborts after the delay, unless it is cancelled first. (`AbortSignal.timeout` is missing in Safari 15.) */
export function abortAfter(
  delayMs: number,
  { setTimer }: Timers = browserTiming,
): { signal: AbortSignal; cancel(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: setTimer(() => controller.abort(), delayMs) };
}

/** Measures ms from this call on. The longer of both clocks: one may be set back, the other stands still in sleep. */
export function startStopwatch(clocks: Clocks): () => number {
  const startedAt = clocks.now();
  const startedAtSteady = clocks.steadyNow();
  return () => Math.max(clocks.now() - startedAt, clocks.steadyNow() - startedAtSteady);
}
