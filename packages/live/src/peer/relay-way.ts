/** How a peer reached TURN: by UDP, or by TCP (TLS included). */
export type RelayWay = "udp" | "tcp";

const wayOf = (uri: string): RelayWay => (uri.includes("transport=tcp") ? "tcp" : "udp");

/**
 * The way that worked, once every candidate is gathered: UDP if both did, null if none or if the browser does not say.
 * A peer takes a TURN allocation for each network interface and URI, and a channel has 50: what the first peer of a page
 * found out saves the others theirs.
 */
export async function readRelayWay(peer: Pick<RTCPeerConnection, "getStats">): Promise<RelayWay | null> {
  const report = await peer.getStats();
  const protocols = new Set<unknown>();
  for (const stats of report.values()) {
    if (stats.type === "local-candidate" && stats.candidateType === "relay") protocols.add(stats.relayProtocol);
  }
  if (protocols.has("udp")) return "udp";
  return protocols.has("tcp") || protocols.has("tls") ? "tcp" : null;
}

/** The same servers without those of TURN's URIs that go the other way; all of them where nothing is known. */
export function throughWay(servers: readonly RTCIceServer[], way: RelayWay | null): RTCIceServer[] {
  return servers.flatMap((server) => {
    const urls = [server.urls].flat();
    const kept = urls.filter((url) => way === null || url.startsWith("stun:") || wayOf(url) === way);
    if (kept.length === urls.length) return [server];
    return kept.length > 0 ? [{ ...server, urls: kept }] : [];
  });
}
