import { getEventListeners } from "node:events";
import { createTestTimers } from "@lectern/primitives/testing";
import { expect, it } from "vitest";
import { reportHearing } from "./reporting.ts";

it("reports once a second, and not hearing only when two seconds in a row are bad", async () => {
  const timers = createTestTimers();
  const controller = new AbortController();
  const said: string[] = [];
  let emitted = 0;
  let growth = 48_000;
  const peer = {
    async counters() {
      emitted += growth;
      return { jitterBufferEmittedCount: emitted };
    },
    say: (report: string) => void said.push(report),
  };
  const element = () => ({ armed: true, playing: true, muted: false, volume: 1 });
  void reportHearing(peer, element, timers, controller.signal);
  // The first look has nothing to compare with.
  await timers.advance(2000);
  growth = 0;
  await timers.advance(1000);
  expect(said).toEqual(["hearing"]);
  await timers.advance(1000);
  expect(said).toEqual(["hearing", "not-hearing"]);
  // A talk of an hour leaves no more behind than a second does.
  expect(getEventListeners(controller.signal, "abort").length).toBeLessThanOrEqual(1);
  controller.abort();
  await timers.advance(5000);
  expect(said).toHaveLength(2);
  expect(timers.pending()).toBe(0);
});
