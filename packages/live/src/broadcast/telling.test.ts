import { createTestTimers } from "@lectern/primitives/testing";
import type { Session } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import type { ToldStatus } from "./facts.ts";
import { createTelling } from "./telling.ts";

function setUp() {
  const timers = createTestTimers(() => 1);
  const asked: ToldStatus[] = [];
  const heard: unknown[] = [];
  let isReachable = false;
  let isOld = false;
  const telling = createTelling({
    async tell(status) {
      asked.push(status);
      if (!isReachable) throw new Error("offline");
      return { status } as Session;
    },
    onTold({ status }) {
      heard.push(status);
      if (!isOld) telling.stop();
    },
    onFailed: (attempt) => heard.push(attempt),
    environment: timers,
  });
  const reach = (oldAnswers = false) => {
    isReachable = true;
    isOld = oldAnswers;
  };
  return { timers, asked, heard, telling, reach };
}

test("tells a status until it is taken, and then no more", async () => {
  const { timers, heard, telling, reach } = setUp();
  telling.begin("paused");
  await timers.advance(1000);
  reach();
  await timers.advance(10_000);
  expect(heard).toEqual([1, 2, "paused"]);
  expect(timers.pending()).toBe(0);
});

test("tells again where an answer was older than what is known", async () => {
  const { timers, heard, telling, reach } = setUp();
  reach(true);
  telling.begin("paused");
  await timers.advance(2000);
  reach();
  await timers.advance(10_000);
  expect(heard.length).toBeGreaterThan(1);
  expect(new Set(heard)).toEqual(new Set(["paused"]));
  expect(timers.pending()).toBe(0);
});

test("tells only what was wanted last", async () => {
  const { timers, asked, heard, telling, reach } = setUp();
  telling.begin("paused");
  await timers.advance(0);
  telling.begin("ended");
  reach();
  await timers.advance(10_000);
  expect(asked).toEqual(["paused", "ended", "ended"]);
  expect(heard.at(-1)).toBe("ended");
  telling.begin("live");
  telling.stop();
  await timers.advance(10_000);
  expect(timers.pending()).toBe(0);
});
