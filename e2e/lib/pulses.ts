import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** When each pulse began, epoch ms of this machine's clock: spoken into the microphone, or heard at the ear. */
    pulses: number[];
    /** What keeps the sound going. */
    pulseNodes: AudioNode[];
  }
}

/** A pulse is a tenth of a second of 1 kHz; so many of them a minute, at uneven times. */
const SHORTEST_PAUSE_S = 1.6;
/** No pulse is under way longer than its successor takes to come. */
const LONGEST_WAY_MS = 1500;

/** The speaker's microphone is a synthesiser that notes when each pulse began. */
export const speakInPulses = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((pauseS) => {
    const pulses: number[] = [];
    window.pulses = pulses;
    navigator.mediaDevices.getUserMedia = async () => {
      const audio = new AudioContext({ sampleRate: 48_000 });
      // Between pulses there is a hiss: Opus would send next to nothing, and time without sound can be stretched.
      const code = `registerProcessor("mouth", class extends AudioWorkletProcessor {
        next = currentTime + 1; left = 0; phase = 0;
        process(_, [output]) {
          if (currentTime >= this.next) {
            this.next = currentTime + ${pauseS} + Math.random() * 0.3;
            this.left = 4800;
            this.port.postMessage(Date.now());
          }
          for (let i = 0; i < 128; i++) {
            const tone = this.left > 0 ? 0.6 * Math.sin((2 * Math.PI * 1000 * this.phase++) / 48000) : 0;
            output[0][i] = tone + 0.001 * (Math.random() - 0.5);
          }
          this.left -= 128;
          return true;
        }
      })`;
      await audio.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      const mouth = new AudioWorkletNode(audio, "mouth", { numberOfInputs: 0, outputChannelCount: [1] });
      mouth.port.onmessage = ({ data }) => pulses.push(data);
      const microphone = audio.createMediaStreamDestination();
      mouth.connect(microphone);
      await audio.resume();
      window.pulseNodes = [mouth, microphone];
      return microphone.stream;
    };
  }, SHORTEST_PAUSE_S);

/** From now on the listener's page notes when each pulse comes out of its loudspeaker. */
export const hearPulses = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const pulses: number[] = [];
    window.pulses = pulses;
    const stream = document.querySelector("audio")?.srcObject;
    if (!(stream instanceof MediaStream)) throw new Error("nothing plays");
    const audio = new AudioContext({ sampleRate: 48_000 });
    const code = `registerProcessor("ear", class extends AudioWorkletProcessor {
      quietBlocks = 0;
      process([[input]]) {
        const isLoud = input?.some((sample) => Math.abs(sample) > 0.1) ?? false;
        if (isLoud && this.quietBlocks > 100) this.port.postMessage(Date.now());
        this.quietBlocks = isLoud ? 0 : this.quietBlocks + 1;
        return true;
      }
    })`;
    await audio.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    const ear = new AudioWorkletNode(audio, "ear", { channelCount: 1, channelCountMode: "explicit" });
    // What the worklet has now comes out of the loudspeaker so much later.
    ear.port.onmessage = ({ data }) => pulses.push(data + audio.outputLatency * 1000);
    const source = audio.createMediaStreamSource(stream);
    source.connect(ear).connect(audio.destination);
    await audio.resume();
    window.pulseNodes = [source, ear];
  });

/** How long each pulse was under way, oldest first, ms. */
export async function pulseDelays(speaker: Page, listener: Page): Promise<number[]> {
  const [spoken, heard] = [await speaker.evaluate(() => window.pulses), await listener.evaluate(() => window.pulses)];
  return spoken.flatMap((at) => {
    const arrivedAt = heard.find((other) => other > at && other - at < LONGEST_WAY_MS);
    return arrivedAt === undefined ? [] : [arrivedAt - at];
  });
}
