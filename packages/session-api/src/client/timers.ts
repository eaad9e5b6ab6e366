import type { ClientEnvironment } from "./environment.ts";

/** Resolves after the delay, or at once when the signal aborts. */
export function sleep(
  { setTimeout, clearTimeout }: Pick<ClientEnvironment, "setTimeout" | "clearTimeout">,
  delayMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    signal.addEventListener("abort", done);
  });
}

/** Resolves when the first of them aborts. (`AbortSignal.any` is younger than some telephones.) */
export function untilAborted(...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    if (signals.some(({ aborted }) => aborted)) return resolve();
    const done = (): void => {
      for (const signal of signals) signal.removeEventListener("abort", done);
      resolve();
    };
    for (const signal of signals) signal.addEventListener("abort", done);
  });
}
