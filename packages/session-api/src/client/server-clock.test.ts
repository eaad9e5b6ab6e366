import { expect, it } from "vitest";
import { createServerClock } from "./server-clock.ts";

it("is the local clock until something is heard", () => {
  expect(createServerClock(() => 1000).now()).toBe(1000);
});

it("believes the word that was least on its way", () => {
  const clock = createServerClock(() => 0);
  clock.learn(9800, 0);
  clock.learn(9950, 0);
  clock.learn(9300, 0);
  expect(clock.now()).toBe(9950);
});

it("follows a clock that was set, either way", () => {
  const clock = createServerClock(() => 0);
  clock.learn(60_000, 0);
  clock.learn(600_000, 0);
  expect(clock.now()).toBe(600_000);
  clock.learn(-60_000, 0);
  expect(clock.now()).toBe(-60_000);
});
