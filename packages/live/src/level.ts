import type { LiveEnvironment, SoundContext } from "./environment.ts";

/** Below this, in dBFS, a level is 0: a quiet room through a good microphone. */
const FLOOR_DB = -60;

/** Loudness as people hear it, 0..1, from samples in −1..1: RMS on a decibel scale from −60 dBFS up. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  if (sum === 0) return 0;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}

/** The largest sample of all, 0..1: at 1 the sound is cut off. */
const peakOf = (samples: Float32Array): number => samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);

export interface LevelMeter {
  level(): number;
  /** 0..1: how near the loudest moment came to being cut off. */
  peak(): number;
  close(): void;
}

/** null where the browser has no Web Audio, as on an iPhone in Lockdown Mode, or opens no more of it: only levels are lost. */
export function openAudioContext({ AudioContext }: Pick<LiveEnvironment, "AudioContext">): SoundContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

/** As `meterStream`; null where there is nothing to measure with, or the browser refuses (Firefox: another sample rate). */
export function tryMeter(context: SoundContext | null, stream: MediaStream): LevelMeter | null {
  try {
    return context && meterStream(context, stream);
  } catch {
    return null;
  }
}

/** Measures a stream's real sound. The context must have been made or resumed by a tap for it to move. */
function meterStream(context: SoundContext, stream: MediaStream): LevelMeter {
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const read = () => {
    analyser.getFloatTimeDomainData(samples);
    return samples;
  };
  return {
    level: () => levelOf(read()),
    peak: () => peakOf(read()),
    close: () => source.disconnect(),
  };
}
