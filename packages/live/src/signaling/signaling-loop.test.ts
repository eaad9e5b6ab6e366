import { createTestTimers } from "@lectern/primitives/testing";
import { describe, expect, it } from "vitest";
import { LiveError } from "../errors.ts";
import { keepSignaling } from "./signaling-loop.ts";
import type { SignalingSocket } from "./signaling-socket.ts";

function setUp({ refuse = 0, giveUp = false, random = 0.5, error = new Error("refused") } = {}) {
  const timers = createTestTimers(() => random);
  const controller = new AbortController();
  const sockets: { close(): void; replace(): void; isClosed(): boolean }[] = [];
  const lost: number[] = [];
  let opened = 0;
  const keeper = keepSignaling(
    {
      async open(replace) {
        if (refuse-- > 0) throw error;
        let isClosed = false;
        let close = () => {};
        const closed = new Promise<void>((resolve) => {
          close = () => {
            isClosed = true;
            resolve();
          };
        });
        sockets.push({ close, replace, isClosed: () => isClosed });
        const nothing = () => {};
        return { sendOffer: nothing, sendAnswer: nothing, sendCandidate: nothing, close, closed };
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
  return {
    timers,
    controller,
    sockets,
    lost,
    ...keeper,
    opened: () => opened,
    refuseNext(times: number) {
      refuse = times;
    },
  };
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

  it("keeps the old socket until the new one is open, and closes it then", async () => {
    const { timers, sockets, renew, refuseNext, lost, opened } = setUp({ random: 1 });
    await timers.advance(0);
    refuseNext(2);
    renew();
    await timers.advance(500);
    expect([opened(), sockets[0]?.isClosed()]).toEqual([1, false]);
    await timers.advance(1000);
    expect([opened(), sockets[0]?.isClosed(), sockets[1]?.isClosed()]).toEqual([2, true, false]);
    expect(lost).toEqual([]);
  });

  it("tells of refused credentials though the old socket still serves", async () => {
    const { timers, renew, refuseNext, lost } = setUp({
      error: new LiveError("credentials-refused", "role withdrawn"),
    });
    await timers.advance(0);
    refuseNext(1);
    renew();
    await timers.advance(0);
    expect(lost).toEqual([1]);
  });

  it("says when a renewed socket is open, and after 5 s that none is", async () => {
    const { timers, untilRenewed, opened, refuseNext } = setUp();
    await timers.advance(0);
    await untilRenewed();
    expect(opened()).toBe(2);
    refuseNext(1000);
    let isOver = false;
    const renewed = untilRenewed().then(() => {
      isOver = true;
    });
    await timers.advance(4999);
    expect(isOver).toBe(false);
    await timers.advance(1);
    await renewed;
    expect(opened()).toBe(2);
  });

  it("tries again at once when renewal is asked for while it waits", async () => {
    const { timers, renew, opened } = setUp({ refuse: 1, random: 1 });
    await timers.advance(10);
    expect(opened()).toBe(0);
    renew();
    await timers.advance(0);
    expect(opened()).toBe(1);
  });

  it("never waits longer than four seconds", async () => {
    const { timers, opened } = setUp({ refuse: 30, random: 1 });
    await timers.advance(30 * 4000);
    expect(opened()).toBe(1);
  });

  it("ends when told that another try is pointless, and when aborted", async () => {
    const refused = setUp({ refuse: 1, giveUp: true });
    await refused.timers.advance(60_000);
    expect(refused.lost).toEqual([1]);
    expect(refused.opened()).toBe(0);
    const { timers, sockets, controller, opened } = setUp();
    await timers.advance(0);
    controller.abort();
    sockets[0]?.close();
    await timers.advance(60_000);
    expect(opened()).toBe(1);
    expect(timers.pending()).toBe(0);
  });
});
