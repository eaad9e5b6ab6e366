import { expect, it } from "vitest";
import { inSlot, slotDelayMs } from "./backoff.ts";

/** The most of these moments within one sliding second. */
const mostInASecond = (moments: number[]): number =>
  Math.max(...moments.map((start) => moments.filter((at) => at >= start && at < start + 1000).length));

it.each([
  ["connect", 3],
  ["iceServers", 4],
] as const)("spreads what eight listeners do at once: %s, at most %d a second", (what, most) => {
  for (const unlucky of [0, 7]) {
    const moments = Array.from({ length: 8 }, (_, slot) =>
      slotDelayMs(slot, what, () => (slot === unlucky ? 0.99 : 0)),
    );
    expect(mostInASecond(moments)).toBeLessThanOrEqual(most);
  }
});

it("keeps them apart try after try", () => {
  const moments = Array.from({ length: 8 }, (_, slot) => {
    const pace = inSlot(slot);
    let at = 0;
    return [1, 2, 3, 4].map((attempt) => (at += pace(attempt, () => 0)));
  });
  expect(mostInASecond(moments.flat())).toBeLessThanOrEqual(3);
});
