import { type Clocks, startStopwatch } from "./timing.ts";

/** The server's time, as it last told it, carried on by this device's clocks. */
export interface ServerClock {
  /** Epoch ms; the device's own time until the server has told its. */
  now(): number;
  /** The server has just told its time, epoch ms. */
  learn(serverTime: number): void;
}

/** A message that tells an earlier time than expected by no more than this took longer to arrive. Any other difference means that a clock was set. */
const LONGEST_ON_THE_WAY_MS = 5000;

/** Every told time is late by its way here, so the one that arrived quickest is kept. The device's clock may be wrong by hours. */
export function createServerClock(clocks: Clocks): ServerClock {
  let isTold = false;
  let known = clocks.now();
  let elapsedMs = startStopwatch(clocks);
  const now = () => known + elapsedMs();
  return {
    now,
    learn(serverTime) {
      const earlierMs = now() - serverTime;
      if (isTold && earlierMs > 0 && earlierMs < LONGEST_ON_THE_WAY_MS) return;
      isTold = true;
      known = serverTime;
      elapsedMs = startStopwatch(clocks);
    },
  };
}
