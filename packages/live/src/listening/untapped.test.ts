import { expect, test, vi } from "vitest";
import type { ListeningState } from "./state.ts";
import { watchUntapped } from "./untapped.ts";

const facts = { title: "A talk", muted: false, paused: false };
const ready: ListeningState = { status: "ready", ...facts, needsTap: false, standby: false };

/** One timer at a time, run when told. */
function setUp() {
  const timers = new Map<() => void, number>();
  const giveUp = vi.fn();
  const watch = watchUntapped((run, ms) => {
    timers.set(run, ms);
    return () => timers.delete(run);
  }, giveUp);
  return { timers, giveUp, watch };
}

test("gives the seat back after a minute without a tap", () => {
  const { timers, giveUp, watch } = setUp();
  watch(ready);
  watch({ ...ready, title: "The same talk, renamed" });
  expect([...timers.values()]).toEqual([60_000]);
  for (const run of timers.keys()) run();
  expect(giveUp).toHaveBeenCalledOnce();
});

test.each<ListeningState>([
  { status: "playing", ...facts },
  { ...ready, standby: true },
  { status: "ended", title: "A talk", reason: "by-speaker" },
])("waits no longer once the page is %j", (next) => {
  const { timers, watch } = setUp();
  watch(ready);
  watch(next);
  expect(timers.size).toBe(0);
});
