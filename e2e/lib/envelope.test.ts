import { expect, test } from "vitest";
import { bestCorrelation, envelope } from "./envelope.ts";

const RATE = 48_000;

/** Bursts of a tone whose loudness follows a fixed irregular pattern: 100 windows of 20 ms. */
function bursts(seed: number): Float32Array {
  const samples = new Float32Array(RATE * 2);
  let state = seed;
  let loudness = 0;
  for (let i = 0; i < samples.length; i++) {
    if (i % 4800 === 0) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      loudness = state / 2_147_483_648;
    }
    samples[i] = loudness * Math.sin((2 * Math.PI * 440 * i) / RATE);
  }
  return samples;
}

test("finds the same sound wherever it begins and however loud it is", () => {
  const voice = bursts(1);
  const turned = new Float32Array([...voice.subarray(30_111), ...voice.subarray(0, 30_111)]).map((x) => x * 0.3);
  expect(bestCorrelation(envelope(turned, RATE), voice, RATE)).toBeGreaterThan(0.97);
});

test("does not take another sound for it", () => {
  expect(bestCorrelation(envelope(bursts(7), RATE), bursts(1), RATE)).toBeLessThan(0.8);
});

test("hears nothing in silence", () => {
  expect(bestCorrelation(envelope(new Float32Array(RATE), RATE), bursts(1), RATE)).toBe(0);
});
