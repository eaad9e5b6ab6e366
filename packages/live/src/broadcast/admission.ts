import { verifyClientId } from "@lectern/session-api/contract";

export interface AdmissionOptions {
  macKey: string;
  channelArn: string;
  /** Epoch ms of the server. */
  serverNow(): number;
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

/**
 * Decides whose offers are answered (design §1.7): the ClientId must carry the session API's MAC for this channel, and
 * either not have expired or belong to a seat that has a peer. All others get no answer, nor does a seat that
 * sends too many offers.
 */
export function createAdmission({ macKey, channelArn, serverNow, hasPeer, report }: AdmissionOptions) {
  const reported = new Set<string>();
  let windowStart = Number.NEGATIVE_INFINITY;
  let inWindow = 0;
  /** Offers admitted lately. */
  let offers: { seatId: string; at: number }[] = [];

  function isFlooding(seatId: string): boolean {
    const now = serverNow();
    // The server's clock is an estimate, and can go back.
    offers = offers.filter(({ at }) => at <= now && at > now - OFFERS_WITHIN_MS);
    if (offers.filter((offer) => offer.seatId === seatId).length === MAX_OFFERS) return true;
    offers.push({ seatId, at: now });
    return false;
  }

  function refuse(clientId: string): void {
    if (reported.has(clientId)) return;
    const now = serverNow();
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
        return isFlooding(parts.seatId) ? null : parts.seatId;
      }
      refuse(clientId);
      return null;
    },
  };
}
