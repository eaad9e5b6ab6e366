/** Doubling ends before numbers do. */
const MAX_DOUBLINGS = 20;

/**
 * How long to wait before the `attempt`th retry, counted from 1: anywhere between 0 and a bound that starts at `firstMs` and
 * doubles up to `longestMs`, so that clients which failed together do not return together.
 */
export function fullJitterMs(
  { firstMs, longestMs }: { firstMs: number; longestMs: number },
  attempt: number,
  random: () => number,
): number {
  return random() * Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS));
}
