import type { Page } from "@playwright/test";
import { WINDOW_MS } from "./envelope.ts";

/**
 * What comes out of the page's <audio> element, as RMS of 20 ms windows; silence while it is paused, muted or turned
 * down, as for a person.
 */
export const hear = (page: Page, durationMs: number): Promise<number[]> =>
  page.evaluate(
    async ({ windows, windowMs }) => {
      const audio = document.querySelector("audio");
      if (!audio) throw new Error("the page has no <audio> element");
      const context = new AudioContext({ sampleRate: 48_000 });
      // A worklet, not an analyser: it sees every sample exactly once.
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
      const follow = () => {
        const stream = audio.srcObject;
        if (stream === connected || !(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return;
        source?.disconnect();
        source = context.createMediaStreamSource(stream);
        source.connect(worklet);
        connected = stream;
      };
      follow();
      await context.resume();
      const heard: number[] = [];
      await new Promise<void>((done) => {
        worklet.port.onmessage = ({ data }) => {
          follow();
          heard.push(audio.paused || audio.muted ? 0 : data * audio.volume);
          if (heard.length >= windows) done();
        };
      });
      await context.close();
      return heard;
    },
    { windows: Math.round(durationMs / WINDOW_MS), windowMs: WINDOW_MS },
  );
