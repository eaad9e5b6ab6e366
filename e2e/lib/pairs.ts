import { type Browser, chromium } from "@playwright/test";
import { chromiumOptions } from "./chromium.ts";

declare global {
  interface Window {
    /** Connects a bare pair of peers. Resolves with how long that took, ms. */
    connectPair(): Promise<number>;
    /** One after the other since they began: when each began, and how long it took, ms; null while it is under way. */
    pairs: { since: number; tookMs: number | null }[];
  }
}

/** Bare pairs of peers, one after the other, in a browser of their own, which no test's settings or faults touch. */
export interface Pairs {
  /** What is timed begins now. */
  begin(): Promise<void>;
  /** The longest that a pair took until it was connected since `begin`, ms; on a machine with nothing else to do, 50. */
  slowestMs(): Promise<number>;
  end(): Promise<void>;
}

/** Of this worker: it ends with it. */
let own: Promise<Browser> | null = null;

/** @throws where a pair cannot be connected: it would excuse everything */
export async function startPairs(): Promise<Pairs> {
  own ??= chromium.launch(chromiumOptions());
  const page = await (await own).newPage();
  await page.evaluate(() => {
    window.connectPair = async () => {
      const since = performance.now();
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
      const tookMs = performance.now() - since;
      one.close();
      other.close();
      return tookMs;
    };
  });
  // The first in a page is slower.
  await page.evaluate(() => window.connectPair());
  return {
    begin: () =>
      page.evaluate(() => {
        window.pairs = [];
        async function connectNext(): Promise<void> {
          const pair = { since: performance.now(), tookMs: null as number | null };
          window.pairs.push(pair);
          pair.tookMs = await window.connectPair();
          setTimeout(connectNext, 500);
        }
        void connectNext();
      }),
    slowestMs: () =>
      page.evaluate(() => Math.max(...window.pairs.map(({ since, tookMs }) => tookMs ?? performance.now() - since))),
    end: () => page.close(),
  };
}
