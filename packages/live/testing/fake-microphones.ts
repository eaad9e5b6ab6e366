import { createTestTimers, type TestTimers } from "@lectern/primitives/testing";
import type { LiveEnvironment } from "../src/environment.ts";

interface Listed {
  id: string;
  label: string;
}

/** A track of one of them. What a person or the system does to it is done here. */
class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly id = "track";
  readonly kind = "audio";
  readonly label = "";
  contentHint = "";
  enabled = true;
  muted = false;
  readyState: MediaStreamTrackState = "live";
  onended: (() => void) | null = null;
  onmute = null;
  onunmute = null;
  readonly deviceId: string;
  constructor(deviceId: string) {
    super();
    this.deviceId = deviceId;
  }
  getSettings = () => ({ deviceId: this.deviceId });
  getCapabilities = () => ({});
  getConstraints = () => ({});
  applyConstraints = async () => undefined;
  clone = () => new FakeTrack(this.deviceId);
  stop(): void {
    this.readyState = "ended";
  }
  /** The plug is pulled. */
  unplug(): void {
    this.stop();
    this.onended?.();
  }
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }
}

class FakeStream extends EventTarget implements MediaStream {
  readonly id = "stream";
  readonly active = true;
  onaddtrack = null;
  onremovetrack = null;
  readonly track: FakeTrack;
  constructor(track: FakeTrack) {
    super();
    this.track = track;
  }
  getAudioTracks = () => [this.track];
  getTracks = this.getAudioTracks;
  getVideoTracks = () => [];
  getTrackById = () => this.track;
  addTrack = () => undefined;
  removeTrack = () => undefined;
  clone = () => new FakeStream(this.track);
}

export interface FakeMicrophones {
  environment: Partial<LiveEnvironment>;
  timers: TestTimers;
  /** The devices there are, first the one that is taken unasked. */
  plugIn(devices: readonly Listed[]): Promise<void>;
  /** What getUserMedia is refused with from now on; null: nothing. */
  refuse(name: string | null): void;
  /** Whether the devices cannot be listed. */
  hide(hidden: boolean): void;
  /** The largest sample of what comes in. */
  speak(peak: number): void;
  /** Every track that was opened, in order. */
  tracks: readonly FakeTrack[];
}

/** A browser with microphones that do as they are told. */
export function fakeMicrophones(
  devices: readonly Listed[],
  { isGranted = true, hasWebAudio = true } = {},
): FakeMicrophones {
  const timers = createTestTimers();
  const tracks: FakeTrack[] = [];
  let listed = devices;
  let refusal: string | null = null;
  let isHidden = false;
  let sample = 0.1;
  const mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia({ audio }: MediaStreamConstraints) {
      if (refusal !== null) throw Object.assign(new Error("refused"), { name: refusal });
      const wanted = (audio as { deviceId?: { ideal: string } }).deviceId?.ideal;
      const found = listed.find(({ id }) => id === wanted) ?? listed[0];
      if (!found) throw Object.assign(new Error("none"), { name: "NotFoundError" });
      const track = new FakeTrack(found.id);
      tracks.push(track);
      return new FakeStream(track);
    },
    async enumerateDevices() {
      if (isHidden) throw new Error("no");
      return listed.map(({ id, label }) => ({ kind: "audioinput" as const, deviceId: id, label }));
    },
  });
  const analyser = { fftSize: 1024, getFloatTimeDomainData: (samples: Float32Array) => void samples.fill(sample) };
  const environment: Partial<LiveEnvironment> = {
    ...timers,
    page: new EventTarget(),
    isVisible: () => true,
    isMicrophoneGranted: async () => isGranted,
    mediaDevices,
    AudioContext: class {
      readonly state = "running";
      constructor() {
        if (!hasWebAudio) throw new Error("forbidden");
      }
      resume = async () => undefined;
      close = async () => undefined;
      createMediaStreamSource = () => ({ connect: () => undefined, disconnect: () => undefined });
      createAnalyser = () => analyser;
    },
    note: () => undefined,
  };
  return {
    environment,
    timers,
    tracks,
    async plugIn(next) {
      listed = next;
      mediaDevices.dispatchEvent(new Event("devicechange"));
      await timers.advance(0);
    },
    refuse(name) {
      refusal = name;
    },
    hide(hidden) {
      isHidden = hidden;
    },
    speak(peak) {
      sample = peak;
    },
  };
}
