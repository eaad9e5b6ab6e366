import { chromium } from "@playwright/test";
import { chromiumOptions } from "./chromium.ts";

declare global {
  interface Window {
    /** When each bare pair began, and how long it took until it was connected, ms; the last is under way. */
    pairs: { since: number; tookMs: number | null }[];
  }
}

/** Bare pairs of peers, one after the other, in a browser of their own, which no test's settings or faults touch. */
export interface Pairs {
  /** What is timed begins now. */
  begin(): Promise<void>;
  /**
   * The longest that a pair took until it was connected, of those that were under way since `begin`, ms; on a machine with
   * nothing else to do, 50.
   * @throws where no pair was ever connected: it would excuse everything
   */
  slowestMs(): Promise<number>;
  end(): Promise<void>;
}

export async function startPairs(): Promise<Pairs> {
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage();
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
  const now = () => page.evaluate(() => performance.now());
  let begun = await now();
  return {
    async begin() {
      begun = await now();
    },
    async slowestMs() {
      const slowest = await page.evaluate((from) => {
        if (!window.pairs.some(({ tookMs }) => tookMs !== null)) return null;
        const took = window.pairs.map(({ since, tookMs }) => [since, tookMs ?? performance.now() - since] as const);
        return Math.max(0, ...took.filter(([since, ms]) => since + ms >= from).map(([, ms]) => ms));
      }, begun);
      if (slowest === null) throw new Error("no bare pair of peers was ever connected");
      return slowest;
    },
    end: () => browser.close(),
  };
}
