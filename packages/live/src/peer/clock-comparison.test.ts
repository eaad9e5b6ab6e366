import { expect, it } from "vitest";
import { createClockComparison } from "./clock-comparison.ts";

/** Asked at `askedAt` here, of a clock that is `aheadMs` ahead, over a path that takes so long each way. */
const exchange = (askedAt: number, aheadMs: number, thereMs: number, backMs: number) => ({
  askedAt,
  at: askedAt + thereMs + aheadMs,
  answeredAt: askedAt + thereMs + backMs,
});

it("knows nothing before the first answer", () => {
  expect(createClockComparison().difference()).toBeNull();
});

it("finds the exact difference of two clocks when both ways take equally long", () => {
  const clocks = createClockComparison();
  clocks.add(exchange(1000, 7_200_000, 300, 300));
  expect(clocks.difference()).toEqual({ aheadMs: 7_200_000, roundTripMs: 600 });
});

it("believes the quickest of the last exchanges, and forgets old ones", () => {
  const clocks = createClockComparison();
  clocks.add(exchange(0, 50, 10, 10));
  for (let i = 1; i < 16; i++) clocks.add(exchange(i * 1000, 50, 20, 400));
  expect(clocks.difference()).toEqual({ aheadMs: 50, roundTripMs: 20 });
  // The other clock was set by a minute; one more exchange and the last from before is gone.
  clocks.add(exchange(16_000, 60_050, 15, 15));
  expect(clocks.difference()).toEqual({ aheadMs: 60_050, roundTripMs: 30 });
});

it("does not take an answer from before its question", () => {
  const clocks = createClockComparison();
  clocks.add({ askedAt: 1000, answeredAt: 900, at: 0 });
  expect(clocks.difference()).toBeNull();
});
