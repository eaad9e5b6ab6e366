/** Nobody waits longer than this for the next try: whoever fell goes on within 5 s of the cause being gone. */
const LONGEST_MS = 4000;
const FIRST_MS = 500;

/** How long to wait before the `attempt`th retry, counted from 1. */
export type RetryPace = (attempt: number, random: () => number) => number;

/** Full jitter: anywhere between 0 and the exponential bound, so that those who fell together do not return together. */
export const fullJitter: RetryPace = (attempt, random) =>
  random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));

/**
 * What the listeners of one channel do at the same time they do this far apart, so that KVS's quotas per channel hold:
 * 3 connects a second, and 5 ICE configurations of which one may be the speaker's.
 */
const SLOT_MS = { connect: 380, iceServers: 325 } as const;
const SLOTS = 8;
const SLOT_JITTER_MS = 40;

/** This seat's turn among the eight of its channel. */
export const slotDelayMs = (slot: number, what: keyof typeof SLOT_MS, random: () => number): number =>
  (slot % SLOTS) * SLOT_MS[what] + random() * SLOT_JITTER_MS;

/** Each of a channel's listeners connects again in their own turn, however many fell together. */
export const inSlot =
  (slot: number): RetryPace =>
  (attempt, random) =>
    attempt === 1 ? slotDelayMs(slot, "connect", random) : SLOTS * SLOT_MS.connect + random() * SLOT_JITTER_MS;
