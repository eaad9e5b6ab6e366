const FIRST_MS = 500;
/** Whoever fell goes on within 5 s of the cause being gone; listeners after their speaker. */
const LONGEST_MS = { listener: 3000, host: 1500 } as const;

/** Delay before the `attempt`th retry (from 1): exponential with full jitter, so a herd that fell together comes back spread. */
export const backoffMs = (role: keyof typeof LONGEST_MS, attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(LONGEST_MS[role], FIRST_MS * 2 ** Math.min(attempt, 10)));
