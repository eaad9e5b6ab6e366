const FIRST_MS = 500;
/** Whoever fell goes on within 5 s of the cause being gone. */
const LONGEST_MS = 3000;

/** Delay before the `attempt`th retry (from 1): exponential with full jitter, so a herd that fell together comes back spread. */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10)));
