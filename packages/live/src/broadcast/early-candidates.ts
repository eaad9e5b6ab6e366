/** KVS lets ten viewers onto a channel. */
const MAX_CLIENTS = 16;
/** Most travel in the offer; a browser has few left. */
const MAX_EACH = 16;

export interface EarlyCandidates {
  keep(clientId: string, candidate: RTCIceCandidateInit): void;
  /** What was kept of this client's; nothing of it is kept any more. */
  take(clientId: string): readonly RTCIceCandidateInit[];
}

/** Candidates that overtook their offer. Anyone may send some, so few are kept, and the oldest client's make room. */
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
