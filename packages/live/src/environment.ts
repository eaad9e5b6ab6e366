import { browserTiming, type Timing } from "@lectern/primitives";

/** The part of the Audio Session API that is used; TypeScript's library does not know it. */
interface AudioSession extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  readonly state: string;
}

/** As much of Web Audio as a level needs. */
export interface SoundContext extends Pick<AudioContext, "state" | "resume" | "close"> {
  /** Missing in some browsers. */
  readonly outputLatency?: number;
  createMediaStreamSource(stream: MediaStream): { connect(analyser: object): unknown; disconnect(): void };
  createAnalyser(): Pick<AnalyserNode, "fftSize" | "getFloatTimeDomainData">;
}

/** What the outside gives this package; the browser's own by default. Tests give theirs. */
export interface LiveEnvironment extends Timing {
  fetch: typeof fetch;
  RTCPeerConnection: typeof RTCPeerConnection;
  mediaDevices: Pick<EventTarget, "addEventListener" | "removeEventListener"> & {
    getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
    enumerateDevices(): Promise<readonly Pick<MediaDeviceInfo, "kind" | "deviceId" | "label">[]>;
  };
  /** Whether the microphone can be opened without asking the person; false where the browser does not say. */
  isMicrophoneGranted(): Promise<boolean>;
  AudioContext: new () => SoundContext;
  /** Tells of `pagehide`, `visibilitychange`, `online`. */
  page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  isVisible(): boolean;
  /** Where there is one, tells of `statechange`: "interrupted" during a call, "active" after it. */
  audioSession: AudioSession | null;
  /** Notes a step of the way to first sound, for the join bench. */
  mark(name: string): void;
  /** Told what happens, for a report that a person may copy: never an address, a name or a secret. */
  note(event: string): void;
}

async function isGranted(name: PermissionName): Promise<boolean> {
  try {
    return (await globalThis.navigator.permissions.query({ name })).state === "granted";
  } catch {
    return false;
  }
}

/** The browser's, with anything replaced. Read lazily: nothing of the DOM is touched before it is used. */
export function browserEnvironment(replaced: Partial<LiveEnvironment> = {}): LiveEnvironment {
  return {
    ...browserTiming,
    fetch: (input, init) => globalThis.fetch(input, init),
    get RTCPeerConnection() {
      return globalThis.RTCPeerConnection;
    },
    get mediaDevices() {
      return globalThis.navigator.mediaDevices;
    },
    isMicrophoneGranted: () => isGranted("microphone"),
    get AudioContext() {
      return globalThis.AudioContext;
    },
    page: globalThis,
    isVisible: () => globalThis.document.visibilityState === "visible",
    get audioSession() {
      const { audioSession = null } = globalThis.navigator as { audioSession?: AudioSession };
      return audioSession;
    },
    note: () => undefined,
    mark: (name) => void globalThis.performance.mark(name),
    ...replaced,
  };
}
