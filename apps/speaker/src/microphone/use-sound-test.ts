import { useEffect, useRef, useState } from "react";

const TEST_MS = 5000;

/** "failed": this browser cannot record, or not play what it recorded. */
export type SoundTest = "idle" | "recording" | "playing" | "failed";

/** Records what would be sent for five seconds, then plays it. Nothing of it is kept, and nothing leaves the page. */
export function useSoundTest(track: () => MediaStreamTrack | null) {
  const [state, setState] = useState<SoundTest>("idle");
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  async function run(): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current();
    stop.current = () => controller.abort();
    try {
      setState("recording");
      const recorded = await record(track(), signal);
      if (signal.aborted) return;
      setState("playing");
      await play(recorded, signal);
      if (!signal.aborted) setState("idle");
    } catch {
      if (!signal.aborted) setState("failed");
    }
  }
  return { state, start: () => void run(), stop: () => [stop.current(), setState("idle")] };
}

async function record(track: MediaStreamTrack | null, signal: AbortSignal): Promise<Blob> {
  if (!track) throw new Error("no microphone is open");
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  const end = () => recorder.state !== "inactive" && recorder.stop();
  const timer = setTimeout(end, TEST_MS);
  signal.addEventListener("abort", end);
  recorder.start();
  await stopped;
  clearTimeout(timer);
  return new Blob(parts, { type: recorder.mimeType });
}

/** Through Web Audio: an element would need a blob's address, which the page's content security policy does not allow. */
async function play(recorded: Blob, signal: AbortSignal): Promise<void> {
  const context = new AudioContext();
  try {
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(await recorded.arrayBuffer());
    source.connect(context.destination);
    await new Promise<void>((resolve) => {
      source.onended = () => resolve();
      signal.addEventListener("abort", () => resolve());
      source.start();
    });
  } finally {
    await context.close();
  }
}
