import { expect, it, vi } from "vitest";
import { createTestTimers } from "../testing/timers.ts";
import { abortAfter, browserTiming, sleep, startStopwatch } from "./timing.ts";

it("sleeps for the delay, or until the signal aborts, and leaves no timer behind", async () => {
  const timers = createTestTimers();
  const controller = new AbortController();
  const awake: string[] = [];
  void sleep(timers, 1000).then(() => awake.push("after the delay"));
  void sleep(timers, 5000, controller.signal).then(() => awake.push("aborted"));
  void sleep(timers, 5000, AbortSignal.abort()).then(() => awake.push("at once"));
  await timers.advance(999);
  expect(awake).toEqual(["at once"]);
  await timers.advance(1);
  controller.abort();
  await timers.advance(0);
  expect(awake).toEqual(["at once", "after the delay", "aborted"]);
  expect(timers.pending()).toBe(0);
});

it("aborts after the delay, unless it is cancelled, where the browser has no AbortSignal.timeout", async () => {
  const timers = createTestTimers();
  const [late, done] = [abortAfter(1000, timers), abortAfter(1000, timers)];
  done.cancel();
  await timers.advance(999);
  expect(late.signal.aborted).toBe(false);
  await timers.advance(1);
  expect([late.signal.aborted, done.signal.aborted]).toEqual([true, false]);
});

it("measures by the clock that moved further: the other was set back, or stood still in sleep", () => {
  let now = 1000;
  let steadyNow = 0;
  const elapsedMs = startStopwatch({ now: () => now, steadyNow: () => steadyNow });
  now -= 3_600_000;
  steadyNow += 50;
  expect(elapsedMs()).toBe(50);
  now = 9000;
  expect(elapsedMs()).toBe(8000);
});

it("the browser's steady clock goes on where the other one is set back", () => {
  const before = [browserTiming.now(), browserTiming.steadyNow()] as const;
  vi.spyOn(Date, "now").mockReturnValue(before[0] - 3_600_000);
  expect(browserTiming.now()).toBeLessThan(before[0]);
  expect(browserTiming.steadyNow()).toBeGreaterThanOrEqual(before[1]);
  vi.restoreAllMocks();
});
