import { expect, it } from "vitest";
import { levelOf } from "./level.ts";

it("measures loudness from silence to full scale on a decibel scale", () => {
  const tone = (amplitude: number) =>
    Float32Array.from({ length: 960 }, (_, i) => amplitude * Math.sin((i / 48) * 2 * Math.PI));
  expect(levelOf(new Float32Array(960))).toBe(0);
  expect(levelOf(tone(0.0001))).toBe(0);
  expect(levelOf(tone(Math.SQRT2 * 0.1))).toBeCloseTo(1 - 20 / 60, 2);
  expect(levelOf(tone(Math.SQRT2 * 0.01))).toBeCloseTo(1 - 40 / 60, 2);
  expect(levelOf(new Float32Array(960).fill(1))).toBe(1);
});
