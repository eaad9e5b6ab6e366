/** KVS lets ten viewers onto a channel. */
const MAX_CLIENTS = 16;
/** Most candidates are in the offer; few are sent by themselves. */
const MAX_EACH = 16;

export interface EarlyCandidates {
  keep(clientId: string, candidate: RTCIceCandidateInit): void;
  /** What was kept of this client's; nothing of it is kept any more. */
  take(clientId: string): readonly RTCIceCandidateInit[];
}

/** Candidates that arrived before their offer. Anyone may send some, so few are kept; the oldest client's are dropped first. */
export function createEarlyCandidates(): EarlyCandidates {
  const kept = new Map<string, RTCIceCandidateInit[]>();
  return {
    keep(clientId, candidate) {
      const some = kept.get(clientId) ?? [];
      if (some.length < MAX_EACH) some.push(candidate);
      kept.set(clientId, some);
      const [oldest] = kept.keys();
      if (kept.size > MAX_CLIENTS && oldest !== undefined) kept.delete(oldest);
    },
    take(clientId) {
      const some = kept.get(clientId) ?? [];
      kept.delete(clientId);
      return some;
    },
  };
}
