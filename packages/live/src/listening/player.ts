import type { LiveEnvironment, SoundContext } from "../environment.ts";
import { type LevelMeter, openAudioContext, tryMeter } from "../level.ts";
import type { ElementState } from "./hearing.ts";

export interface Player {
  attach(audio: HTMLAudioElement): void;
  /** The sound of the current peer; plays at once, muted unless the listener wants it. */
  setStream(stream: MediaStream): void;
  /** Call synchronously in a tap. */
  unmute(): void;
  /** Silence; the lock screen and the like show it as paused. */
  mute(): void;
  /** Plays on after an interruption, where the browser lets it without a tap. */
  resume(): void;
  setVolume(volume: number): void;
  state(): ElementState;
  level(): number;
  /** From the page to the loudspeaker, as far as the browser says; 0 before the first tap. */
  outputLatencyMs(): number;
  close(): void;
}

interface PlayerEvents {
  /** The browser wants a tap first. */
  onRefused(): void;
  /** Sound is coming out. */
  onSound(): void;
  /** The system paused it: a call, another app, headphones pulled out. */
  onInterrupted(): void;
  /** It plays again after an interruption, or could if it had a stream that lives. */
  onResumed(): void;
}

/**
 * One audio element for the page's life: WebAudio output stops when an iPhone locks, and a new element may need a new
 * tap. It plays muted before the tap, so that the tap only unmutes.
 */
export function createPlayer(environment: Pick<LiveEnvironment, "AudioContext">, events: PlayerEvents): Player {
  let audio: HTMLAudioElement | null = null;
  let stream: MediaStream | null = null;
  let wanted = false;
  /** Paused by the system and not by us, as for a call or when headphones are pulled out: it must not be started again by us. */
  let interrupted = false;
  let volume = 1;
  let context: SoundContext | null = null;
  let meter: LevelMeter | null = null;

  function play(): void {
    if (!audio || interrupted) return;
    const asked = wanted;
    audio.play().then(
      () => {
        if (asked && wanted && stream) events.onSound();
      },
      (error: unknown) => {
        // An AbortError only means that another stream was set meanwhile.
        if (asked && error instanceof Error && error.name === "NotAllowedError") events.onRefused();
      },
    );
  }

  function measure(): void {
    meter?.close();
    meter = stream && tryMeter(context, stream);
  }

  function onPause(): void {
    // A stream that ended pauses the element as well, and the next one starts it again.
    if (!wanted || !audio?.paused || !stream?.active || interrupted) return;
    interrupted = true;
    events.onInterrupted();
  }
  function onPlaying(): void {
    if (!interrupted) return;
    interrupted = false;
    events.onResumed();
  }

  return {
    attach(element) {
      if (element === audio) return;
      audio = element;
      audio.addEventListener("pause", onPause);
      audio.addEventListener("playing", onPlaying);
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
      interrupted = false;
      if (!context) {
        // Only a tap may start one: its clock moves the level.
        context = openAudioContext(environment);
        measure();
      }
      void context?.resume().catch(() => undefined);
      if (!audio) return;
      audio.muted = false;
      play();
    },
    mute() {
      wanted = false;
      interrupted = false;
      if (!audio) return;
      audio.muted = true;
      audio.pause();
    },
    resume() {
      if (!interrupted) return;
      // `onPlaying` tells the rest. Refused: a tap is asked for already.
      if (stream?.active) void audio?.play().catch(() => undefined);
      else onPlaying();
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
    outputLatencyMs: () => (context?.outputLatency ?? 0) * 1000,
    close() {
      meter?.close();
      meter = null;
      void context?.close().catch(() => undefined);
      context = null;
      if (audio) {
        audio.removeEventListener("pause", onPause);
        audio.removeEventListener("playing", onPlaying);
        audio.pause();
        audio.srcObject = null;
      }
      stream = null;
    },
  };
}
