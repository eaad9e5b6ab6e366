import { expect, it } from "vitest";
import { askDelayMs } from "./ask-delay.ts";
import type { SeatReason } from "./facts.ts";

it.each<[SeatReason, number, number]>([
  ["came", 0, 0],
  ["on-air", 0, 1000],
  ["seat-lost", 0, 1000],
  ["throttled", 1000, 2000],
  ["full", 2000, 4000],
  [{ failures: 1 }, 0, 500],
  [{ failures: 3 }, 0, 2000],
  [{ failures: 9 }, 0, 3000],
])("asks for the reason %j after %d to %d ms", (reason, soonestMs, latestMs) => {
  expect(askDelayMs(reason, () => 0)).toBe(soonestMs);
  expect(askDelayMs(reason, () => 1)).toBe(latestMs);
});
