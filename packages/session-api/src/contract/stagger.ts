import { SEATS_PER_CHANNEL } from "./websocket.ts";

/**
 * What the listeners of one channel may all do at the same moment is staggered by their slots, so that KVS's quotas per
 * channel hold: 3 connects a second, and 5 ICE configurations of which one may be the speaker's. A page that is an eighth
 * of a second early or late, as a busy phone may be, exceeds neither.
 */
const APART_MS = { connect: 420, iceServers: 325 } as const;

/**
 * How long this slot waits until its next moment. Moments follow the server's clock, so that they stay apart for listeners
 * who noticed the same loss seconds apart.
 */
export function staggerMs(slot: number, what: keyof typeof APART_MS, serverNow: number): number {
  const round = SEATS_PER_CHANNEL * APART_MS[what];
  const begins = (slot % SEATS_PER_CHANNEL) * APART_MS[what];
  return (((begins - serverNow) % round) + round) % round;
}
