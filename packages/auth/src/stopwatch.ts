/** The two clocks a page has. Neither can be trusted alone. */
export interface Clocks {
  /** Epoch ms; may be wrong by hours, and may be set while the page is open. */
  now(): number;
  /** ms since some moment; stands still while some devices sleep. */
  monotonic(): number;
}

export const browserClocks: Clocks = { now: () => Date.now(), monotonic: () => performance.now() };

/** Measures ms from this call on. Takes the longer of both clocks: what counts as too old is only fetched again. */
export function startStopwatch(clocks: Clocks): () => number {
  const startedAt = clocks.now();
  const startedAtMonotonic = clocks.monotonic();
  return () => Math.max(clocks.now() - startedAt, clocks.monotonic() - startedAtMonotonic);
}
