import type { LiveEnvironment } from "../environment.ts";
import { type LevelMeter, meterStream } from "../level.ts";
import type { ElementState } from "./hearing.ts";

export interface Player {
  attach(audio: HTMLAudioElement): void;
  /** The sound of the current peer; plays at once, muted unless the listener wants it. */
  setStream(stream: MediaStream): void;
  /** Call synchronously in a tap. */
  unmute(): void;
  mute(): void;
  setVolume(volume: number): void;
  state(): ElementState;
  level(): number;
  close(): void;
}

interface PlayerEvents {
  /** The browser wants a tap first. */
  onRefused(): void;
  /** Sound is coming out. */
  onSound(): void;
}

/**
 * One audio element for the page's life: WebAudio output stops when an iPhone locks, and a new element may need a new
 * tap. It plays muted before the tap, so that the tap only unmutes.
 */
export function createPlayer(environment: Pick<LiveEnvironment, "AudioContext">, events: PlayerEvents): Player {
  let audio: HTMLAudioElement | null = null;
  let stream: MediaStream | null = null;
  let wanted = false;
  let volume = 1;
  let context: AudioContext | null = null;
  let meter: LevelMeter | null = null;

  function play(): void {
    if (!audio) return;
    const asked = wanted;
    audio.play().then(
      () => {
        if (asked && wanted && stream) events.onSound();
      },
      (error: unknown) => {
        // AbortError only says that another stream was set meanwhile.
        if (asked && error instanceof Error && error.name === "NotAllowedError") events.onRefused();
      },
    );
  }

  function measure(): void {
    meter?.close();
    meter = null;
    if (stream && context) meter = meterStream(context, stream);
  }

  return {
    attach(element) {
      if (element === audio) return;
      audio = element;
      audio.muted = !wanted;
      audio.volume = volume;
      // Even an empty stream lets a tap before the sound unlock the element.
      audio.srcObject = stream ?? new MediaStream();
      play();
    },
    setStream(next) {
      stream = next;
      measure();
      if (!audio) return;
      audio.srcObject = next;
      play();
    },
    unmute() {
      wanted = true;
      if (!context) {
        // Only a tap may start one: its clock moves the level.
        context = new environment.AudioContext();
        measure();
      }
      void context.resume().catch(() => undefined);
      if (!audio) return;
      audio.muted = false;
      play();
    },
    mute() {
      wanted = false;
      if (audio) audio.muted = true;
    },
    setVolume(next) {
      volume = Math.min(1, Math.max(0, next));
      if (audio) audio.volume = volume;
    },
    state: () => ({
      armed: wanted,
      playing: audio !== null && !audio.paused && stream !== null,
      muted: audio?.muted ?? true,
      volume: audio?.volume ?? volume,
    }),
    level: () => (wanted && audio && !audio.paused && !audio.muted ? (meter?.level() ?? 0) : 0),
    close() {
      meter?.close();
      meter = null;
      void context?.close().catch(() => undefined);
      context = null;
      if (audio) {
        audio.pause();
        audio.srcObject = null;
      }
      stream = null;
    },
  };
}
