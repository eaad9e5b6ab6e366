import { createTestTimers } from "@lectern/primitives/testing";
import { expect, it } from "vitest";
import { watchFlow } from "./flow.ts";

function setUp() {
  const timers = createTestTimers();
  const controller = new AbortController();
  const seen: string[] = [];
  let packets = 0;
  let perSecond = 0;
  let since = timers.now();
  const received = () => packets + Math.floor(((timers.now() - since) * perSecond) / 1000);
  const done = watchFlow(
    async () => ({ packetsReceived: received(), jitterBufferEmittedCount: received() * 960 }),
    { onFlow: () => void seen.push("flow"), onStall: () => void seen.push("stall") },
    timers,
    controller.signal,
  );
  return {
    timers,
    seen,
    done,
    stop: () => controller.abort(),
    send(rate: number) {
      packets = received();
      since = timers.now();
      perSecond = rate;
    },
  };
}

it("tells of sound within a few milliseconds, of its loss within two seconds, and of its return", async () => {
  const { timers, seen, send } = setUp();
  await timers.advance(500);
  expect(seen).toEqual([]);
  send(50);
  await timers.advance(40);
  expect(seen).toEqual(["flow"]);
  await timers.advance(60_000);
  send(0);
  await timers.advance(1300);
  expect(seen).toEqual(["flow"]);
  await timers.advance(700);
  expect(seen).toEqual(["flow", "stall"]);
  await timers.advance(10_000);
  send(50);
  await timers.advance(300);
  expect(seen).toEqual(["flow", "stall", "flow"]);
});

it("does not blame the network for a page that was held up", async () => {
  const timers = createTestTimers();
  let time = 0;
  let polls = 0;
  const seen: string[] = [];
  const controller = new AbortController();
  const done = watchFlow(
    async () => {
      polls++;
      // Asleep between the fourth look and the fifth: the same count, half an hour later.
      if (polls === 5) time += 1_800_000;
      if (polls === 8) controller.abort();
      return { packetsReceived: Math.min(polls, 4), jitterBufferEmittedCount: 1 };
    },
    { onFlow: () => void seen.push("flow"), onStall: () => void seen.push("stall") },
    { steadyNow: () => (time += 100), setTimer: timers.setTimer },
    controller.signal,
  );
  await timers.advance(10_000);
  await done;
  expect(seen).toEqual(["flow"]);
});

it("ends with its signal and leaves no timer", async () => {
  const { timers, done, stop } = setUp();
  await timers.advance(100);
  stop();
  await timers.advance(300);
  await done;
  expect(timers.pending()).toBe(0);
});
