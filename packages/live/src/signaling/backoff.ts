/** Whoever fell goes on within 5 s of the cause being gone, and the speaker, for whom listeners wait, first. */
const LONGEST_MS = 1500;
const FIRST_MS = 500;

/** How long to wait before the `attempt`th retry, counted from 1. */
export type RetryPace = (attempt: number, random: () => number) => number;

/** Full jitter: anywhere between 0 and the exponential bound, so that those who fell together do not return together. */
export const fullJitter: RetryPace = (attempt, random) =>
  random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));

/**
 * What the listeners of one channel may all do at the same moment each does in its own turn, so that KVS's quotas per channel
 * hold: 3 connects a second, and 5 ICE configurations of which one may be the speaker's. A turn that comes an eighth of a
 * second early or late, as on a busy phone, breaks none.
 */
const TURN_MS = { connect: 420, iceServers: 325 } as const;
const SLOTS = 8;

/**
 * How long until it is this seat's turn among the eight of its channel. Turns follow the server's clock, so that they hold
 * for listeners who noticed the same loss seconds apart.
 */
export function untilTurnMs(slot: number, what: keyof typeof TURN_MS, serverNow: number): number {
  const round = SLOTS * TURN_MS[what];
  const begins = (slot % SLOTS) * TURN_MS[what];
  return (((begins - serverNow) % round) + round) % round;
}
