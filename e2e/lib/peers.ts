import type { BrowserContext, Page } from "@playwright/test";

interface PeerOptions {
  /** Only relayed paths, as on a network that blocks everything else. */
  relayOnly?: boolean;
}

declare global {
  interface Window {
    openedPeers: RTCPeerConnection[];
    /** The browser's own class: a test's peer, that is not counted. */
    BarePeerConnection?: typeof RTCPeerConnection;
  }
}

/** Remembers every RTCPeerConnection a page has open, so that a test can count and question them. */
export async function watchPeers(context: BrowserContext, { relayOnly = false }: PeerOptions = {}): Promise<void> {
  await context.addInitScript(rememberPeers, relayOnly);
}

/** The same, where every path is relayed. */
export const relayOnly = (context: BrowserContext): Promise<void> => watchPeers(context, { relayOnly: true });

/** Runs in the page, before anything of it. */
export function rememberPeers(relayOnly: boolean): void {
  const peers: RTCPeerConnection[] = window.openedPeers ?? [];
  window.openedPeers = peers;
  const Original = window.RTCPeerConnection;
  window.BarePeerConnection ??= Original;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(relayOnly ? { ...configuration, iceTransportPolicy: "relay" } : configuration);
      // Those that are closed may be collected as if nobody watched.
      const open = peers.filter(({ connectionState }) => connectionState !== "closed");
      peers.splice(0, peers.length, ...new Set([...open, this]));
    }
  };
}

export const openPeers = (page: Page): Promise<number> =>
  page.evaluate(() => window.openedPeers.filter((peer) => peer.connectionState !== "closed").length);

/** Candidate types of the selected pair of the page's newest open peer, as [local, remote]. */
export const selectedPair = (page: Page): Promise<[string, string] | null> =>
  page.evaluate(async () => {
    const peer = window.openedPeers.filter(({ connectionState }) => connectionState === "connected").at(-1);
    if (!peer) return null;
    const stats = new Map<string, Record<string, string>>();
    (await peer.getStats()).forEach((report, id) => {
      stats.set(id, report);
    });
    const transport = [...stats.values()].find(({ type }) => type === "transport");
    const pair = stats.get(transport?.selectedCandidatePairId ?? "");
    const typeOf = (id: string | undefined) => stats.get(id ?? "")?.candidateType ?? "unknown";
    return pair ? [typeOf(pair.localCandidateId), typeOf(pair.remoteCandidateId)] : null;
  });
