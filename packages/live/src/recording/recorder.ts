import { createStore, type Readable } from "@lectern/primitives";
import type { Microphone } from "../microphone/microphone.ts";
import { type About, folderName } from "./about.ts";
import { chooseFormat } from "./container.ts";
import { lockName } from "./folders.ts";
import { createRecordedSound, type RecordedSound } from "./sound.ts";
import { type RecorderState, type RecordingFailure, transitionRecorder } from "./state.ts";
import type { FromWriter, ToWriter } from "./writer.worker.ts";

/** What a crash may cost at most, and a little more: the encoder's own delay. */
const CHUNK_MS = 500;
/** Music in stereo without loss that is heard; an hour is 43 MB. */
const BITS_PER_SECOND = 96_000;

export interface RecordedTalk {
  /** The session's code. */
  code: string;
  title: string;
  /** The `sub` of the account that speaks. */
  owner: string;
}

export interface RecorderOptions {
  /** Whose track is recorded; a change of microphone or mode ends nothing. */
  microphone: Pick<Microphone, "subscribe" | "track">;
  /** A recording ended, well or not: what was written is there. */
  onKept: () => void;
}

/** Keeps what is sent on this device, chunk by chunk. Commands never throw: a recording that fails must not stop the talk. */
export interface Recorder extends Readable<RecorderState> {
  /** Begins a new recording, unless one is on. */
  start(talk: RecordedTalk): void;
  /** Silence while false; in a new recording true. */
  setAudible(audible: boolean): void;
  /** Ends it and keeps it. */
  stop(): void;
}

interface Run {
  setAudible(audible: boolean): void;
  stop(): void;
}

export function createRecorder({ microphone, onKept }: RecorderOptions): Recorder {
  const store = createStore<RecorderState, Parameters<typeof transitionRecorder>[1]>(
    { status: "idle" },
    transitionRecorder,
  );
  let current: Run | null = null;

  function begin(talk: RecordedTalk): Run {
    const format = chooseFormat((mimeType) => MediaRecorder.isTypeSupported(mimeType));
    if (!format) throw new Error("no format to record in");
    const startedAt = Date.now();
    const id = folderName(talk.code, startedAt);
    const about: About = { owner: talk.owner, title: talk.title, startedAt, container: format.container };
    const { worker, sound, recorder } = openParts(microphone, format.mimeType);
    const release = holdLock(id);
    const tell = (message: ToWriter) => worker.postMessage(message);
    let isOver = false;

    function finish(failure: RecordingFailure | null): void {
      if (isOver) return;
      isOver = true;
      if (recorder.state !== "inactive") recorder.stop();
      sound.close();
      worker.terminate();
      if (run === current) store.dispatch(failure ? { type: "failed", code: failure } : { type: "stopped" });
      void release().then(onKept);
    }

    worker.addEventListener("message", ({ data }: MessageEvent<FromWriter>) => {
      if (data.type === "failed") return finish(data.code);
      if (data.type === "ended") return finish(null);
      if (run === current) store.dispatch({ type: "started" });
    });
    worker.addEventListener("error", () => finish("recorder-failed"));
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size > 0) tell({ type: "append", chunk: data });
    });
    recorder.addEventListener("error", () => finish("recorder-failed"));
    recorder.addEventListener("stop", () => {
      if (run === current && store.getState().status !== "stopping") finish("recorder-failed");
      else tell({ type: "end" });
    });
    const run: Run = {
      setAudible: sound.setAudible,
      stop() {
        if (recorder.state !== "inactive") recorder.stop();
      },
    };
    tell({ type: "begin", id, about: JSON.stringify(about) });
    try {
      recorder.start(CHUNK_MS);
    } catch (error) {
      // As when the track ended in this very moment.
      finish("recorder-failed");
      throw error;
    }
    return run;
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    start(talk) {
      const before = store.getState();
      store.dispatch({ type: "start" });
      if (store.getState() === before) return;
      current = null;
      try {
        current = begin(talk);
      } catch {
        store.dispatch({ type: "failed", code: "recorder-failed" });
      }
    },
    setAudible: (audible) => current?.setAudible(audible),
    stop() {
      store.dispatch({ type: "stop" });
      current?.stop();
    },
  };
}

/** What a recording takes: all of it, or, where one part cannot be had, nothing that stays. */
function openParts(microphone: RecorderOptions["microphone"], mimeType: string) {
  const worker = new Worker(new URL("./writer.worker.ts", import.meta.url), { type: "module" });
  let sound: RecordedSound | null = null;
  try {
    sound = createRecordedSound(microphone);
    const recorder = new MediaRecorder(sound.stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    return { worker, sound, recorder };
  } catch (error) {
    sound?.close();
    worker.terminate();
    throw error;
  }
}

/** Tells every page of this browser that the recording is being written. @returns a function that says it no longer is, once the lock is held. */
function holdLock(id: string): () => Promise<unknown> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const free = navigator.locks?.request(lockName(id), () => held).catch(() => undefined);
  return () => {
    release();
    return Promise.resolve(free);
  };
}
