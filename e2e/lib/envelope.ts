/** Length of one energy window. */
export const WINDOW_MS = 20;

/** RMS of each 20 ms window, starting `offset` samples in. */
export function envelope(samples: ArrayLike<number>, sampleRate: number, offset = 0): number[] {
  const size = Math.round((sampleRate * WINDOW_MS) / 1000);
  const windows: number[] = [];
  for (let start = offset; start + size <= samples.length; start += size) {
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += (samples[i] ?? 0) ** 2;
    windows.push(Math.sqrt(sum / size));
  }
  return windows;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? 0) - ma, (b[i] ?? 0) - mb];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

/**
 * Best correlation of what was heard with a voice that plays round and round, over every shift of a quarter window.
 * @returns −1…1; 0 for silence.
 */
export function bestCorrelation(heard: readonly number[], voice: ArrayLike<number>, sampleRate: number): number {
  const size = Math.round((sampleRate * WINDOW_MS) / 1000);
  const rounds = Math.ceil((heard.length * size) / voice.length) + 1;
  const endless = Float32Array.from({ length: rounds * voice.length }, (_, i) => voice[i % voice.length] ?? 0);
  let best = 0;
  for (let quarter = 0; quarter < 4; quarter++) {
    const reference = envelope(endless, sampleRate, Math.round((quarter * size) / 4));
    for (let shift = 0; shift * size <= voice.length && shift + heard.length <= reference.length; shift++) {
      best = Math.max(best, pearson(heard, reference.slice(shift, shift + heard.length)));
    }
  }
  return best;
}
