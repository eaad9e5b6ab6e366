import { expect, test } from "vitest";
import { createClock } from "./clock.ts";
import { createRateLimit, createTokenBucket } from "./rate-limit.ts";

const stillClock = () => createClock(() => 1_000_000);

test("counts each key in a second that slides", () => {
  const clock = stillClock();
  const limit = createRateLimit(clock, 2);
  expect(limit.take("a")).toBe(true);
  clock.advance(600);
  expect([limit.take("a"), limit.take("a"), limit.take("b")]).toEqual([true, false, true]);
  clock.advance(400);
  expect([limit.take("a"), limit.take("a")]).toEqual([true, false]);
});

test("remembers no key whose second is over", () => {
  const clock = stillClock();
  const limit = createRateLimit(clock, 5);
  for (let channel = 0; channel < 5000; channel++) {
    limit.take(`channel ${channel}`);
    // One that is busy all the time keeps none of the others.
    limit.take("busy");
    clock.advance(500);
  }
  expect(limit.size()).toBeLessThan(5);
});

test("a token bucket lets a burst through, and then as many as drip into it", () => {
  const clock = stillClock();
  const bucket = createTokenBucket(clock, { rateLimit: 2, burstLimit: 5 });
  const taken = () => Array.from({ length: 10 }, () => bucket.take()).filter(Boolean).length;
  expect(taken()).toBe(5);
  clock.advance(1000);
  expect(taken()).toBe(2);
  clock.advance(60_000);
  expect(taken()).toBe(5);
});
