import { expect, it } from "vitest";
import { fullJitterMs } from "./full-jitter.ts";

it("waits up to twice as long each time, never longer than the longest", () => {
  const bounds = [1, 2, 3, 4, 5000].map((attempt) => fullJitterMs({ firstMs: 500, longestMs: 1500 }, attempt, () => 1));
  expect(bounds).toEqual([500, 1000, 1500, 1500, 1500]);
});

it("spreads over everything from 0 to the bound", () => {
  expect(fullJitterMs({ firstMs: 500, longestMs: 1500 }, 1, () => 0)).toBe(0);
  expect(fullJitterMs({ firstMs: 500, longestMs: 1500 }, 2, () => 0.25)).toBe(250);
});
