import { createStore, type Readable } from "@lectern/primitives";
import { browserEnvironment, type LiveEnvironment, type SoundContext } from "../environment.ts";
import { type LevelMeter, openAudioContext, tryMeter } from "../level.ts";
import { constraintsFor, refusalOf } from "./capture.ts";
import { watchSound } from "./sound-watch.ts";
import {
  initialMicrophone,
  isOutdated,
  type MicrophoneMode,
  type MicrophoneState,
  transitionMicrophone,
  wantedOf,
} from "./state.ts";

export interface MicrophoneOptions {
  /** Preferred device, for example the last one used; another is taken if it is gone. Default: the system's. */
  deviceId?: string | null;
  /** Default "voice". */
  mode?: MicrophoneMode;
  environment?: Partial<LiveEnvironment>;
}

/** How often one that is there and cannot be read is tried again: another program may have let go of it. */
const RETRY_MS = 5000;

/** The speaker's microphone. Commands never throw; a refusal is a state with its code. */
export interface Microphone extends Readable<MicrophoneState> {
  /** Asks for the microphone; resolves when it is open or refused. Call again to ask again. */
  open(): Promise<void>;
  /** null: the system's default. If a microphone is open, it serves until the other one is open as well, and goes on if that is refused. */
  select(deviceId: string | null): Promise<void>;
  /** The same. */
  setMode(mode: MicrophoneMode): Promise<void>;
  /** 0..1, of what is sent: 0 while muted. */
  level(): number;
  /** 0..1, the largest sample of a moment: at 1 the microphone cuts off what it hears. */
  peak(): number;
  /** False where this browser cannot measure sound: then `level` and `peak` are 0, whatever the microphone hears. */
  isMeasured(): boolean;
  /** The open track, or null. Another one after a change of device or mode: subscribers are told. */
  track(): MediaStreamTrack | null;
  close(): void;
}

/** One microphone at a time: what works is not let go for what may not. */
export function createMicrophone(options: MicrophoneOptions = {}): Microphone {
  const environment = browserEnvironment(options.environment);
  const store = createStore(
    { ...initialMicrophone, selectedId: options.deviceId ?? null, mode: options.mode ?? "voice" },
    transitionMicrophone,
  );
  let stream: MediaStream | null = null;
  let context: SoundContext | null = null;
  let meter: LevelMeter | null = null;
  let stopWatching: () => void = () => undefined;
  let cancelRetry: () => void = () => undefined;
  /** Only the newest opening counts: people change their mind while a dialog is up. */
  let newestOpening = 0;

  const track = () => stream?.getAudioTracks()[0] ?? null;

  function release(old: MediaStream | null): void {
    for (const oldTrack of old?.getTracks() ?? []) {
      oldTrack.onended = null;
      oldTrack.stop();
    }
  }

  async function listDevices(): Promise<void> {
    const all = await environment.mediaDevices.enumerateDevices();
    const devices = all.filter((device) => device.kind === "audioinput" && device.deviceId !== "");
    store.dispatch({ type: "devices", devices: devices.map(({ deviceId: id, label }) => ({ id, label })) });
  }
  /** One that was plugged in again, or another; another default; or what held it may have let go. */
  async function onDeviceChange(): Promise<void> {
    const before = store.getState();
    if (before.status === "missing" || before.status === "failed") void tryToOpen();
    await listDevices().catch(() => undefined);
    if (isOutdated(before, store.getState())) await tryToOpen();
  }
  const onDevices = () => void onDeviceChange();
  const onPage = () => {
    if (environment.isVisible() && store.getState().code === "microphone-failed") void tryToOpen();
  };

  function open(): Promise<void> {
    store.dispatch({ type: "asking" });
    return tryToOpen();
  }

  async function tryToOpen(): Promise<void> {
    const thisOpening = ++newestOpening;
    cancelRetry();
    environment.mediaDevices?.addEventListener("devicechange", onDevices);
    environment.page.addEventListener("visibilitychange", onPage);
    try {
      const { selectedId, mode } = wantedOf(store.getState());
      const opened = await environment.mediaDevices.getUserMedia({ audio: constraintsFor(mode, selectedId) });
      if (thisOpening !== newestOpening) return release(opened);
      adopt(opened);
    } catch (error) {
      if (thisOpening !== newestOpening) return;
      store.dispatch({ type: "refused", code: refusalOf(error) });
      if (store.getState().code === "microphone-failed") void retryLater();
      return;
    }
    await listDevices().catch(() => undefined);
  }

  /** Where that needs no question to the person. */
  async function retryLater(): Promise<void> {
    const thisOpening = newestOpening;
    if (store.getState().status === "open") return;
    if (!(await environment.isMicrophoneGranted()) || thisOpening !== newestOpening) return;
    cancelRetry = environment.setTimer(() => void tryToOpen(), RETRY_MS);
  }

  function adopt(opened: MediaStream): void {
    const previous = stream;
    stream = opened;
    const current = track();
    if (current) {
      // Mute is kept: whoever muted the old track muted the microphone.
      current.enabled = previous?.getAudioTracks()[0]?.enabled ?? true;
      current.onended = () => {
        // Unplugged: another takes over, if there is one.
        if (stream !== opened) return;
        store.dispatch({ type: "lost" });
        void tryToOpen();
      };
    }
    meter?.close();
    stopWatching();
    context ??= openAudioContext(environment);
    void context?.resume().catch(() => undefined);
    meter = tryMeter(context, opened);
    store.dispatch({ type: "opened", deviceId: current?.getSettings().deviceId ?? null });
    const tell = (sound: MicrophoneState["sound"]) => store.dispatch({ type: "sound", sound });
    if (current) stopWatching = watchSound({ track: current, meter, context }, environment, tell);
    release(previous);
  }

  /** Before it was allowed, and after it was forbidden, the person presses a button first. */
  const isWanted = () => !["idle", "denied"].includes(store.getState().status);

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open,
    async select(deviceId) {
      store.dispatch({ type: "chosen", choice: { selectedId: deviceId } });
      if (isWanted()) await tryToOpen();
    },
    async setMode(mode) {
      if (mode === wantedOf(store.getState()).mode) return;
      store.dispatch({ type: "chosen", choice: { mode } });
      if (isWanted()) await tryToOpen();
    },
    isMeasured: () => meter !== null,
    peak: () => (store.getState().status === "open" ? (meter?.peak() ?? 0) : 0),
    level: () => (store.getState().status === "open" ? (meter?.level() ?? 0) : 0),
    track: () => (store.getState().status === "open" ? track() : null),
    close() {
      newestOpening++;
      cancelRetry();
      stopWatching();
      environment.mediaDevices?.removeEventListener("devicechange", onDevices);
      environment.page.removeEventListener("visibilitychange", onPage);
      release(stream);
      stream = null;
      meter?.close();
      meter = null;
      void context?.close().catch(() => undefined);
      context = null;
      store.dispatch({ type: "closed" });
    },
  };
}
