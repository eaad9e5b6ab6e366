import { expect, it } from "vitest";
import { staggerMs } from "./stagger.ts";

/** The most of these moments within one sliding second. */
const mostInASecond = (moments: number[]): number =>
  Math.max(...moments.map((start) => moments.filter((at) => at >= start && at < start + 1000).length));

it.each([
  ["connect", 3],
  ["iceServers", 4],
] as const)("staggers what eight listeners do: %s, at most %d a second, whenever each began", (what, most) => {
  for (const apartMs of [0, 37, 380, 555, 1300]) {
    const moments = Array.from({ length: 8 }, (_, slot) => {
      const began = 1_795_000_000_000.5 + slot * apartMs;
      const lateMs = slot % 3 === 0 ? 125 : 0;
      return began + staggerMs(slot, what, began) + lateMs;
    });
    expect(mostInASecond(moments)).toBeLessThanOrEqual(most);
  }
});

it("keeps them apart try after try", () => {
  const moments = Array.from({ length: 8 }, (_, slot) => {
    let at = 1_795_000_000_000;
    return [1, 2, 3, 4].map(() => {
      at += staggerMs(slot, "connect", at);
      const tried = at;
      at += 7;
      return tried;
    });
  });
  expect(mostInASecond(moments.flat())).toBeLessThanOrEqual(3);
});

it("never waits longer than one round", () => {
  for (const at of [0, 1, 3359, 1_795_000_000_000]) {
    const delayMs = staggerMs(5, "connect", at);
    expect(delayMs).toBeGreaterThanOrEqual(0);
    expect(delayMs).toBeLessThan(8 * 420);
  }
});
