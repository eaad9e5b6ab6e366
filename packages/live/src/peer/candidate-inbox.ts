import { identityOf } from "./sdp.ts";

/** More than any browser gathers; a flood is not kept. */
const MAX_KEPT = 64;

export interface CandidateInbox {
  add(candidate: RTCIceCandidateInit): void;
  /** To be called after each remote description: hands over what waited for it. */
  described(): void;
}

/**
 * Keeps the other side's candidates until the description they belong to is there: they may overtake it. After an ICE
 * restart those of the old generation are dropped.
 */
export function createCandidateInbox(
  peer: Pick<RTCPeerConnection, "remoteDescription" | "addIceCandidate">,
): CandidateInbox {
  let kept: RTCIceCandidateInit[] = [];
  const belongs = (candidate: RTCIceCandidateInit): boolean => {
    const { remoteDescription } = peer;
    if (!remoteDescription) return false;
    const { usernameFragment } = candidate;
    return !usernameFragment || identityOf(remoteDescription.sdp)?.iceUfrag === usernameFragment;
  };
  // A candidate the browser refuses is ignored: others may connect.
  const hand = (candidate: RTCIceCandidateInit) => void peer.addIceCandidate(candidate).catch(() => undefined);
  return {
    add(candidate) {
      if (belongs(candidate)) return hand(candidate);
      if (kept.length < MAX_KEPT) kept.push(candidate);
    },
    described() {
      const waiting = kept;
      kept = [];
      for (const candidate of waiting.filter(belongs)) hand(candidate);
    },
  };
}
