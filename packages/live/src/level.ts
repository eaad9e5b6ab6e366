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

export interface LevelMeter {
  level(): number;
  close(): void;
}

/** Measures a stream's real sound. The context must have been made or resumed by a tap for it to move. */
export function meterStream(context: AudioContext, stream: MediaStream): LevelMeter {
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return levelOf(samples);
    },
    close: () => source.disconnect(),
  };
}
