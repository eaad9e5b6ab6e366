import { expect, it } from "vitest";
import { watchWaking } from "./waking.ts";

function setUp() {
  const page = new EventTarget();
  let time = 0;
  let tick: (() => void) | null = null;
  let woken = 0;
  const stop = watchWaking(
    {
      page,
      now: () => time,
      setTimer(callback) {
        tick = callback;
        return () => {
          tick = null;
        };
      },
    },
    () => woken++,
  );
  return {
    page,
    stop,
    woken: () => woken,
    isWatching: () => tick !== null,
    pass(ms: number) {
      time += ms;
      tick?.();
    },
  };
}

it("notices sleep by a timer that comes much too late, and the network's return", () => {
  const { page, pass, woken } = setUp();
  pass(5000);
  pass(12_000);
  expect(woken()).toBe(0);
  pass(1_800_000);
  expect(woken()).toBe(1);
  pass(5000);
  page.dispatchEvent(new Event("online"));
  expect(woken()).toBe(2);
});

it("leaves nothing behind", () => {
  const { page, stop, woken, isWatching } = setUp();
  stop();
  page.dispatchEvent(new Event("online"));
  expect([woken(), isWatching()]).toEqual([0, false]);
});
