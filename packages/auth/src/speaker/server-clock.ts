import { type Clocks, startStopwatch } from "../stopwatch.ts";

/** Server time as last told by something trustworthy, carried on by this device's clocks. */
export interface ServerClock {
  /** Epoch ms. */
  now(): number;
  /** It is `serverNow` (epoch ms) at this moment. */
  set(serverNow: number): void;
}

/** A device's clock may be wrong by hours, and may be set while the page is open: its absolute value decides nothing here. */
export function createServerClock(clocks: Clocks): ServerClock {
  let known = clocks.now();
  let elapsedMs = startStopwatch(clocks);
  return {
    now: () => known + elapsedMs(),
    set(serverNow) {
      known = serverNow;
      elapsedMs = startStopwatch(clocks);
    },
  };
}
