import { createTestTimers } from "@lectern/primitives/testing";
import { expect, it } from "vitest";
import { followDelay, mouthToEarMs } from "./delay.ts";
import type { PlayoutSample } from "./playout.ts";

/** The speaker's clock is two hours ahead of the listener's, half a round trip 300 ms. */
const clocks = { aheadMs: 7_200_000, roundTripMs: 600 };
const playedAfter = (ms: number) => ({ at: 1_000_000, capturedAt: 1_000_000 + clocks.aheadMs - ms });
const sample: PlayoutSample = { played: null, heldBackMs: 60, outputMs: 30 };

it.each<[string, PlayoutSample, number]>([
  ["the clocks' word", { ...sample, played: playedAfter(390) }, 420],
  ["the clocks' word when the way here is longer than the way back", { ...sample, played: playedAfter(900) }, 930],
  ["the sum of the parts where capture times are not told", sample, 410],
  ["the sum of the parts when the speaker's clock was set", { ...sample, played: playedAfter(-60_000) }, 410],
  ["the sum of the parts when the listener's clock was set", { ...sample, played: playedAfter(60_000) }, 410],
  ["the page's own word of the output where the browser says none", { ...sample, outputMs: null }, 392],
])("takes %s", (_, looked, delayMs) => {
  expect(mouthToEarMs(looked, clocks, 12)).toBe(delayMs);
});

it("says nothing before the clocks are compared, or while nothing plays", () => {
  expect(mouthToEarMs(sample, null, 0)).toBeNull();
  expect(mouthToEarMs({ ...sample, heldBackMs: null }, clocks, 0)).toBeNull();
});

it("tells the middle of the last looks each second, and null when they end", async () => {
  const timers = createTestTimers();
  const controller = new AbortController();
  const told: (number | null)[] = [];
  const heldBack = [100, 100, 900, 100, 120, 120, 120, null, 80];
  let asked = 0;
  const source = {
    askTime: () => void asked++,
    clocks: () => clocks,
    playout: async () => ({ ...sample, heldBackMs: heldBack.shift() ?? null }),
  };
  const done = followDelay(
    source,
    () => 0,
    (delayMs) => told.push(delayMs),
    timers,
    controller.signal,
  );
  await timers.advance(9_000);
  expect(told).toEqual([450, 450, 450, 450, 450, 470, 470, null, 430]);
  expect(asked).toBe(10);
  controller.abort();
  expect(told.at(-1)).toBeNull();
  await timers.advance(1000);
  await done;
  expect(timers.pending()).toBe(0);
});
