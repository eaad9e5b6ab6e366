/** Full jitter: anywhere between 0 and the exponential bound, so that those who fell together do not return together. */
export function backoffMs(attempt: number, random: () => number, { baseMs = 500, maxMs = 15_000 } = {}): number {
  return random() * Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 20));
}
