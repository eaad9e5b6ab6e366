import type { Browser } from "@playwright/test";

declare global {
  interface Window {
    /** How long each bare pair took until it was connected, ms; the last is under way. */
    pairs: { since: number; tookMs: number | null }[];
  }
}

/** Bare pairs of peers, one after the other, in a page of their own. */
export interface Pairs {
  /** The longest that one took until it was connected, or has taken so far, ms. On a machine with nothing else to do: 50. */
  slowestMs(): Promise<number>;
  end(): Promise<void>;
}

export async function startPairs(browser: Browser): Promise<Pairs> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.evaluate(() => {
    window.pairs = [];
    async function connectPair(): Promise<void> {
      const pair = { since: performance.now(), tookMs: null as number | null };
      window.pairs.push(pair);
      const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
      one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined);
      other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
      one.addTransceiver("audio");
      const connected = new Promise<void>((resolve) => {
        other.onconnectionstatechange = () => other.connectionState === "connected" && resolve();
      });
      await one.setLocalDescription();
      if (one.localDescription) await other.setRemoteDescription(one.localDescription);
      await other.setLocalDescription();
      if (other.localDescription) await one.setRemoteDescription(other.localDescription);
      await connected;
      pair.tookMs = performance.now() - pair.since;
      one.close();
      other.close();
      setTimeout(connectPair, 500);
    }
    void connectPair();
  });
  return {
    slowestMs: () =>
      page.evaluate(() => Math.max(...window.pairs.map(({ since, tookMs }) => tookMs ?? performance.now() - since))),
    end: () => context.close(),
  };
}
