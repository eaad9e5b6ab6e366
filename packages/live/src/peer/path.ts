/** The path that sound takes, as types of candidates: "path: srflx udp to relay udp". webrtc-stats, §8. */
export async function readPath(peer: Pick<RTCPeerConnection, "getStats">): Promise<string> {
  const report = await peer.getStats();
  const stats = [...report.values()];
  const chosen = stats.find(({ type }) => type === "transport")?.selectedCandidatePairId;
  const pair = stats.find(
    ({ id, type, nominated }) => type === "candidate-pair" && (chosen ? id === chosen : nominated),
  );
  const typeOf = (id: unknown) => {
    const candidate = stats.find((each) => each.id === id);
    return candidate ? `${candidate.candidateType} ${candidate.protocol}` : "unknown";
  };
  return `path: ${typeOf(pair?.localCandidateId)} to ${typeOf(pair?.remoteCandidateId)}`;
}
