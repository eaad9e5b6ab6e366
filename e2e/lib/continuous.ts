import { expect, type Page, type TestInfo } from "@playwright/test";
import { WINDOW_MS } from "./envelope.ts";

declare global {
  interface Window {
    heardWindows: number[];
    /** Each `data-state` the page came to, and how many windows were heard before it. */
    seenStates: { state: string; at: number }[];
  }
}

/** RMS of a window in which the voice is heard: −46 dB of full scale, far below any syllable and far above silence. */
const VOICE = 0.005;

/** What a listener's page plays, from here on without a break, whatever happens to the page's peers. */
export interface Hearing {
  /** Now, as a place in what is heard. */
  now(): Promise<number>;
  /** The longest time without the voice from then until now, ms. */
  longestGap(since: number): Promise<number>;
  /** The states the page has come to since then: what a person saw, however short. */
  states(since: number): Promise<string[]>;
  /** Resolves once the voice has been heard again for half a second. How long after `since` that began, ms. */
  back(since: number, withinMs?: number): Promise<number>;
}

/** How long a fault lasts, or is watched for: there is no event to wait for. */
export const lasting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How long the voice was missed at most, within so long of a fault; and that it is there again, for good. */
export async function gapAfter(hearing: Hearing, since: number, withinMs: number): Promise<number> {
  await lasting(withinMs);
  const gapMs = await hearing.longestGap(since);
  await hearing.back(await hearing.now());
  return gapMs;
}

/** Measures what comes out of the page's <audio> element from now on, in windows of 20 ms. */
export async function startHearing(page: Page): Promise<Hearing> {
  await page.evaluate(async (windowMs) => {
    const heard: number[] = [];
    window.heardWindows = heard;
    const seen: Window["seenStates"] = [];
    window.seenStates = seen;
    const stateNow = () => document.querySelector("[data-state]")?.getAttribute("data-state") ?? "";
    let last = stateNow();
    new MutationObserver(() => {
      const state = stateNow();
      if (state !== last) seen.push({ state, at: heard.length });
      last = state;
    }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
    const audio = document.querySelector("audio");
    if (!audio) throw new Error("the page has no <audio> element");
    const context = new AudioContext({ sampleRate: 48_000 });
    const code = `registerProcessor("windows", class extends AudioWorkletProcessor {
      sum = 0; count = 0;
      process([[input]]) {
        for (let i = 0; i < 128; i++) {
          this.sum += (input?.[i] ?? 0) ** 2;
          if (++this.count === ${(48 * windowMs).toString()}) {
            this.port.postMessage(Math.sqrt(this.sum / this.count));
            this.sum = 0; this.count = 0;
          }
        }
        return true;
      }
    })`;
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    const worklet = new AudioWorkletNode(context, "windows", { channelCount: 1, channelCountMode: "explicit" });
    worklet.connect(context.destination);
    let connected: MediaProvider | null = null;
    let source: MediaStreamAudioSourceNode | undefined;
    worklet.port.onmessage = ({ data }) => {
      const stream = audio.srcObject;
      if (stream !== connected && stream instanceof MediaStream && stream.getAudioTracks().length > 0) {
        source?.disconnect();
        source = context.createMediaStreamSource(stream);
        source.connect(worklet);
        connected = stream;
      }
      heard.push(audio.paused || audio.muted ? 0 : data * audio.volume);
    };
    await context.resume();
  }, WINDOW_MS);

  const now = () => page.evaluate(() => window.heardWindows.length);
  const windowsSince = (since: number) => page.evaluate((from) => window.heardWindows.slice(from), since);
  const hearing: Hearing = {
    now,
    async longestGap(since) {
      let longest = 0;
      let quiet = 0;
      for (const rms of await windowsSince(since)) {
        quiet = rms < VOICE ? quiet + 1 : 0;
        longest = Math.max(longest, quiet);
      }
      return longest * WINDOW_MS;
    },
    states: (since) =>
      page.evaluate((from) => window.seenStates.filter(({ at }) => at >= from).map(({ state }) => state), since),
    async back(since, withinMs = 15_000) {
      const needed = 500 / WINDOW_MS;
      let begun = -1;
      await expect
        .poll(
          async () => {
            const windows = (await windowsSince(since)).map((rms) => rms >= VOICE);
            begun = windows.findIndex((_, i) => {
              const half = windows.slice(i, i + needed);
              // A fifth of it may be between syllables, or the jitter buffer's first stretch.
              return half[0] && half.length === needed && half.filter(Boolean).length >= needed * 0.8;
            });
            return begun;
          },
          { timeout: withinMs, intervals: [100] },
        )
        .toBeGreaterThanOrEqual(0);
      return begun * WINDOW_MS;
    },
  };
  // The first moments are the measurement's own.
  await hearing.back(0);
  return hearing;
}

/** A line of docs/resilience.md. */
export interface Row {
  fault: string;
  /** What a person sees. */
  sees: string;
  gapMs: number;
}

/** Remembers the line; a reporter writes them all when asked to. */
export const note = (info: TestInfo, row: Row): void => {
  info.annotations.push({ type: "resilience", description: JSON.stringify(row) });
};

/** "Never stops": no window over 200 ms without the voice. */
export const NEVER_STOPS_MS = 200;
/** "Continues by itself": within 5 s of the cause being gone. */
export const BY_ITSELF_MS = 5000;
