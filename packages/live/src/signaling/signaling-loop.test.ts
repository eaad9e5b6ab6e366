import { describe, expect, it } from "vitest";
import { createTestTimers } from "../testing/timers.ts";
import { keepSignaling } from "./signaling-loop.ts";
import type { SignalingSocket } from "./signaling-socket.ts";

function setUp({ refuse = 0, giveUp = false, random = 0.5 } = {}) {
  const timers = createTestTimers(() => random);
  const controller = new AbortController();
  const sockets: { close(): void; replace(): void; at: number }[] = [];
  const lost: number[] = [];
  let opened = 0;
  const done = keepSignaling(
    {
      async open(replace) {
        if (refuse-- > 0) throw new Error("refused");
        let close = () => {};
        const closed = new Promise<void>((resolve) => {
          close = resolve;
        });
        sockets.push({ close, replace, at: timers.now() });
        const nothing = () => {};
        return { sendOffer: nothing, sendAnswer: nothing, sendCandidate: nothing, forget: nothing, close, closed };
      },
      onOpen: (_socket: SignalingSocket) => void opened++,
      onLost(attempt) {
        lost.push(attempt);
        return !giveUp;
      },
    },
    timers,
    controller.signal,
  );
  return { timers, controller, sockets, lost, done, opened: () => opened };
}

describe("keepSignaling", () => {
  it("opens again after a close, later and later while it does not hold", async () => {
    const { timers, sockets, lost } = setUp({ random: 1 });
    await timers.advance(0);
    sockets[0]?.close();
    await timers.advance(500);
    sockets[1]?.close();
    await timers.advance(1000);
    expect(sockets).toHaveLength(3);
    await timers.advance(10_000);
    sockets[2]?.close();
    await timers.advance(0);
    expect(lost).toEqual([1, 2, 1]);
  });

  it("backs off when it cannot open", async () => {
    const { timers, lost, opened } = setUp({ refuse: 3, random: 1 });
    await timers.advance(500 + 1000);
    expect(opened()).toBe(0);
    await timers.advance(2000);
    expect(lost).toEqual([1, 2, 3]);
    expect(opened()).toBe(1);
  });

  it.each([
    [0, 30],
    [0.999, 40],
  ])("replaces a socket by itself between 30 and 40 minutes (random %d)", async (random, minutes) => {
    const { timers, sockets, lost } = setUp({ random });
    await timers.advance(minutes * 60_000 - 10_000);
    expect(sockets).toHaveLength(1);
    await timers.advance(10_000);
    expect(sockets).toHaveLength(2);
    expect(lost).toEqual([]);
  });

  it("replaces a socket that is told to go away, without a word of loss", async () => {
    const { timers, sockets, lost } = setUp();
    await timers.advance(0);
    sockets[0]?.replace();
    await timers.advance(0);
    expect(sockets).toHaveLength(2);
    expect(lost).toEqual([]);
  });

  it("ends when told that another try is pointless, and when aborted", async () => {
    const refused = setUp({ refuse: 1, giveUp: true });
    await refused.done;
    expect(refused.opened()).toBe(0);
    const { timers, sockets, controller, done } = setUp();
    await timers.advance(0);
    controller.abort();
    sockets[0]?.close();
    await done;
    expect(sockets).toHaveLength(1);
  });
});
