import type { Page } from "@playwright/test";
import { WINDOW_MS } from "./envelope.ts";

declare global {
  interface Window {
    measureWindows(
      streams: readonly (() => MediaProvider | null)[],
      onWindow: (rms: number[]) => void,
    ): Promise<AudioContext>;
  }
}

/**
 * Gives the page `measureWindows`: the RMS of each 20 ms of some streams, all by the same clock, until the returned context
 * is closed. A stream is looked for anew in every window; where there is none, it is silent.
 */
export const provideWindows = (page: Page): Promise<void> =>
  page.evaluate((windowMs) => {
    // A worklet, not an analyser: it sees every sample exactly once.
    const code = `registerProcessor("windows", class extends AudioWorkletProcessor {
      constructor({ numberOfInputs }) { super(); this.sums = new Float64Array(numberOfInputs); this.count = 0; }
      process(inputs) {
        let from = 0;
        while (from < 128) {
          const to = Math.min(128, from + ${48 * windowMs} - this.count);
          for (let n = 0; n < inputs.length; n++) {
            const samples = inputs[n][0];
            if (!samples) continue;
            let sum = 0;
            for (let i = from; i < to; i++) sum += samples[i] * samples[i];
            this.sums[n] += sum;
          }
          this.count += to - from;
          from = to;
          if (this.count < ${48 * windowMs}) break;
          this.port.postMessage(Array.from(this.sums, (sum) => Math.sqrt(sum / this.count)));
          this.sums.fill(0);
          this.count = 0;
        }
        return true;
      }
    })`;
    window.measureWindows = async (streams, onWindow) => {
      const context = new AudioContext({ sampleRate: 48_000 });
      await context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      const worklet = new AudioWorkletNode(context, "windows", {
        numberOfInputs: streams.length,
        channelCount: 1,
        channelCountMode: "explicit",
      });
      worklet.connect(context.destination);
      const connected = streams.map((): { stream?: MediaStream; source?: AudioNode } => ({}));
      const follow = () => {
        streams.forEach((current, input) => {
          const stream = current();
          const known = connected[input];
          if (!known || stream === known.stream) return;
          known.source?.disconnect();
          connected[input] = {};
          if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return;
          const source = context.createMediaStreamSource(stream);
          source.connect(worklet, 0, input);
          connected[input] = { stream, source };
        });
      };
      follow();
      worklet.port.onmessage = ({ data }) => {
        follow();
        onWindow(data);
      };
      await context.resume();
      return context;
    };
  }, WINDOW_MS);
