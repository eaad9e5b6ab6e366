import { createTestTimers } from "@lectern/primitives/testing";
import { describe, expect, it } from "vitest";
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

  it("sends only the newest of what waits about the same, in its place", async () => {
    const timers = createTestTimers();
    const queue = createPacedQueue(1, timers);
    const sent: string[] = [];
    for (const [what, about] of [["now"], ["old", "a"], ["other", "b"], ["new", "a"]] as const)
      queue.add(() => sent.push(what), about);
    await timers.advance(5000);
    expect(sent).toEqual(["now", "new", "other"]);
  });

  it("does not grow without end", async () => {
    const timers = createTestTimers();
    const queue = createPacedQueue(1, timers);
    const sent: number[] = [];
    for (let i = 0; i < 1000; i++) queue.add(() => sent.push(i));
    await timers.advance(2_000_000);
    expect(sent).toHaveLength(97);
    expect(sent.at(-1)).toBe(999);
  });
});
