import { SEAT_LEASE_MS, verifyClientId } from "@lectern/session-api/contract";

export interface AdmissionOptions {
  macKey: string;
  channelArn: string;
  /** Epoch ms of the server. */
  serverNow(): number;
  /** ms by a clock that is never set. */
  steadyNow(): number;
  hasPeer(seatId: string): boolean;
  /** Tells the session API of a viewer without a valid ClientId. */
  report(clientId: string): void;
}

/** Reports a second: anyone who has the channel's ARN can send offers as fast as KVS lets them. */
const REPORTS_PER_SECOND = 2;
const MAX_REMEMBERED = 256;
/** Offers of one seat within this time. A listener repeats one after 1.5 s; each may cost a peer and its TURN allocations. */
const OFFERS_WITHIN_MS = 5000;
const MAX_OFFERS = 8;
/** Longer than a ClientId begins a peer. */
const REFUSED_MS = 2 * SEAT_LEASE_MS;

/**
 * Decides whose offers are answered (design §1.7): the ClientId must carry the session API's MAC for this channel, and
 * either not have expired or belong to a seat that has a peer. All others get no answer, nor does a seat that
 * sends too many offers, or was refused.
 */
export function createAdmission({ macKey, channelArn, serverNow, steadyNow, hasPeer, report }: AdmissionOptions) {
  const reported = new Set<string>();
  let windowStart = Number.NEGATIVE_INFINITY;
  let inWindow = 0;
  /** Offers admitted lately. */
  let offers: { seatId: string; at: number }[] = [];
  /** Seats whose offers are not answered, and since when. */
  const refused = new Map<string, number>();

  function isRefused(seatId: string): boolean {
    for (const [each, since] of refused) if (steadyNow() - since > REFUSED_MS) refused.delete(each);
    return refused.has(seatId);
  }

  function isFlooding(seatId: string): boolean {
    const now = steadyNow();
    offers = offers.filter(({ at }) => at > now - OFFERS_WITHIN_MS);
    if (offers.filter((offer) => offer.seatId === seatId).length === MAX_OFFERS) return true;
    offers.push({ seatId, at: now });
    return false;
  }

  function reportOnce(clientId: string): void {
    if (reported.has(clientId)) return;
    const now = steadyNow();
    if (now - windowStart >= 1000) {
      windowStart = now;
      inWindow = 0;
    }
    if (++inWindow > REPORTS_PER_SECOND) return;
    if (reported.size >= MAX_REMEMBERED) reported.clear();
    reported.add(clientId);
    report(clientId);
  }

  return {
    /** The seat this offer may have a peer for, or null. */
    async admit(clientId: string): Promise<string | null> {
      const parts = await verifyClientId(macKey, channelArn, clientId);
      if (parts && (parts.expiresAt > serverNow() || hasPeer(parts.seatId))) {
        return isRefused(parts.seatId) || isFlooding(parts.seatId) ? null : parts.seatId;
      }
      reportOnce(clientId);
      return null;
    },
    /** For a while this seat has no peer any more. */
    refuse(seatId: string): void {
      refused.set(seatId, steadyNow());
    },
  };
}
