import type { LiveEnvironment } from "../environment.ts";
import type { Readable } from "../subscribable.ts";
import type { MicrophoneMode, MicrophoneState } from "./state.ts";

export interface MicrophoneOptions {
  /** Preferred device, for example the last one used. Default: the system's. */
  deviceId?: string | null;
  /** Default "voice". */
  mode?: MicrophoneMode;
  environment?: Partial<LiveEnvironment>;
}

/** The speaker's microphone. Commands never throw; a refusal is a state with its code. */
export interface Microphone extends Readable<MicrophoneState> {
  /** Asks for the microphone; resolves when it is open or refused. Call again to ask again. */
  open(): Promise<void>;
  /** null: the system's default. */
  select(deviceId: string | null): Promise<void>;
  setMode(mode: MicrophoneMode): Promise<void>;
  /** 0..1, of what is sent: 0 while muted. */
  level(): number;
  /** The open track, or null. */
  track(): MediaStreamTrack | null;
  close(): void;
}

export declare function createMicrophone(options?: MicrophoneOptions): Microphone;
