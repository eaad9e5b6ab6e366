import { describe, expect, it } from "vitest";
import { createTestTimers } from "../testing/timers.ts";
import { createPacedQueue } from "./paced-queue.ts";

describe("createPacedQueue", () => {
  it("sends at once while the pace allows, and never more than the limit in any second", async () => {
    const timers = createTestTimers();
    const queue = createPacedQueue(4, timers);
    const sentAt: number[] = [];
    const start = timers.now();
    for (let i = 0; i < 10; i++) queue.add(() => sentAt.push(timers.now() - start));
    expect(sentAt).toEqual([0, 0, 0, 0]);
    await timers.advance(5000);
    expect(sentAt).toEqual([0, 0, 0, 0, 1000, 1000, 1000, 1000, 2000, 2000]);
  });

  it("counts a sliding second, not calendar seconds", async () => {
    const timers = createTestTimers();
    const queue = createPacedQueue(2, timers);
    const sentAt: number[] = [];
    const start = timers.now();
    const add = () => queue.add(() => sentAt.push(timers.now() - start));
    add();
    await timers.advance(900);
    add();
    add();
    await timers.advance(5000);
    expect(sentAt).toEqual([0, 900, 1000]);
  });

  it("keeps the order and forgets what was cleared", async () => {
    const timers = createTestTimers();
    const queue = createPacedQueue(1, timers);
    const sent: number[] = [];
    for (const i of [1, 2, 3]) queue.add(() => sent.push(i));
    await timers.advance(1000);
    queue.clear();
    await timers.advance(5000);
    expect(sent).toEqual([1, 2]);
    expect(timers.pending()).toBe(0);
  });
});
