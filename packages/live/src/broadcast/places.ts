import { expiryOf, seatIdOf, slotOf } from "@lectern/session-api/contract";

/**
 * Of these ClientIds, whose MACs are right, the ones whose slot was given to somebody else since. Who gave a seat back may
 * keep their peer, for the session API tells nobody, and take the next seat.
 */
export function givenAway(clientIds: readonly string[]): string[] {
  const holders = new Map<number, string>();
  for (const clientId of clientIds) {
    const slot = slotOf(seatIdOf(clientId) ?? "");
    const holder = holders.get(slot);
    // A ClientId issued before the holder's does not displace it, though it may be good still.
    if (holder === undefined || expiryOf(clientId) > expiryOf(holder)) holders.set(slot, clientId);
  }
  const held = new Set(holders.values());
  return clientIds.filter((clientId) => !held.has(clientId));
}
