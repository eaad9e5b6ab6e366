import { createStore, type Readable } from "@lectern/primitives";
import { browserEnvironment, type LiveEnvironment } from "../environment.ts";
import { type LevelMeter, openAudioContext, tryMeter } from "../level.ts";
import { constraintsFor, refusalOf } from "./capture.ts";
import { initialMicrophone, type MicrophoneMode, type MicrophoneState, transitionMicrophone } from "./state.ts";

export interface MicrophoneOptions {
  /** Preferred device, for example the last one used; another is taken if it is gone. Default: the system's. */
  deviceId?: string | null;
  /** Default "voice". */
  mode?: MicrophoneMode;
  environment?: Partial<LiveEnvironment>;
}

/** The speaker's microphone. Commands never throw; a refusal is a state with its code. */
export interface Microphone extends Readable<MicrophoneState> {
  /** Asks for the microphone; resolves when it is open or refused. Call again to ask again. */
  open(): Promise<void>;
  /** null: the system's default. Opens it if a microphone is open. */
  select(deviceId: string | null): Promise<void>;
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

/** One microphone at a time; a change of device or mode opens the new one before the old one ends. */
export function createMicrophone(options: MicrophoneOptions = {}): Microphone {
  const environment = browserEnvironment(options.environment);
  const store = createStore(
    { ...initialMicrophone, selectedId: options.deviceId ?? null, mode: options.mode ?? "voice" },
    transitionMicrophone,
  );
  let stream: MediaStream | null = null;
  let context: AudioContext | null = null;
  let meter: LevelMeter | null = null;
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
  const onDeviceChange = () => {
    void listDevices().catch(() => undefined);
    // One that was plugged in again, or another.
    if (store.getState().status === "missing") void open();
  };

  async function open(): Promise<void> {
    const thisOpening = ++newestOpening;
    store.dispatch({ type: "asking" });
    try {
      const { selectedId, mode } = store.getState();
      const opened = await environment.mediaDevices.getUserMedia({ audio: constraintsFor(mode, selectedId) });
      if (thisOpening !== newestOpening) return release(opened);
      adopt(opened);
      await listDevices();
    } catch (error) {
      if (thisOpening !== newestOpening) return;
      release(stream);
      stream = null;
      store.dispatch({ type: "refused", code: refusalOf(error) });
    }
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
        if (stream === opened) void open();
      };
    }
    meter?.close();
    context ??= openAudioContext(environment);
    void context?.resume().catch(() => undefined);
    meter = tryMeter(context, opened);
    environment.mediaDevices.addEventListener("devicechange", onDeviceChange);
    store.dispatch({ type: "opened", deviceId: current?.getSettings().deviceId ?? null });
    release(previous);
  }

  const isInUse = () => store.getState().status === "open" || store.getState().status === "asking";

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open,
    async select(deviceId) {
      store.dispatch({ type: "selected", deviceId });
      if (isInUse()) await open();
    },
    async setMode(mode) {
      if (mode === store.getState().mode) return;
      store.dispatch({ type: "mode", mode });
      if (isInUse()) await open();
    },
    isMeasured: () => meter !== null,
    peak: () => (store.getState().status === "open" ? (meter?.peak() ?? 0) : 0),
    level: () => (store.getState().status === "open" ? (meter?.level() ?? 0) : 0),
    track: () => (store.getState().status === "open" ? track() : null),
    close() {
      newestOpening++;
      environment.mediaDevices?.removeEventListener("devicechange", onDeviceChange);
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
