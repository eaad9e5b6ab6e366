import type { Microphone } from "../microphone/microphone.ts";

export interface RecordedSound {
  /** One track for as long as it is open, whatever microphone feeds it. */
  stream: MediaStream;
  /** Silence while false. */
  setAudible(audible: boolean): void;
  close(): void;
}

/** What is sent, from the very track the listeners get: mute is silence, and a change of microphone ends nothing. */
export function createRecordedSound(microphone: Pick<Microphone, "subscribe" | "track">): RecordedSound {
  const context = new AudioContext();
  try {
    return recordedIn(context, microphone);
  } catch (error) {
    void context.close().catch(() => undefined);
    throw error;
  }
}

function recordedIn(context: AudioContext, microphone: Pick<Microphone, "subscribe" | "track">): RecordedSound {
  const gate = context.createGain();
  const destination = context.createMediaStreamDestination();
  gate.connect(destination);
  let track: MediaStreamTrack | null = null;
  let source: MediaStreamAudioSourceNode | null = null;

  function follow(): void {
    const next = microphone.track();
    if (!next || next === track) return;
    source?.disconnect();
    track = next;
    source = context.createMediaStreamSource(new MediaStream([next]));
    source.connect(gate);
  }
  // A phone call, or a page without a tap yet, may hold it.
  const keepRunning = () => {
    if (context.state !== "running" && context.state !== "closed") void context.resume().catch(() => undefined);
  };
  const stopFollowing = microphone.subscribe(follow);
  context.addEventListener("statechange", keepRunning);
  follow();
  keepRunning();

  return {
    stream: destination.stream,
    setAudible(audible) {
      gate.gain.value = audible ? 1 : 0;
    },
    close() {
      stopFollowing();
      context.removeEventListener("statechange", keepRunning);
      void context.close().catch(() => undefined);
    },
  };
}
