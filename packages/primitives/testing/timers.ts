import type { Timing } from "../src/timing.ts";

export interface TestTimers extends Timing {
  /** Runs what is due on the way, in order, and lets promises settle between. */
  advance(ms: number): Promise<void>;
  /** How many timers are waiting. */
  pending(): number;
}

/** Time that moves when told. */
export function createTestTimers(random: () => number = () => 0.5): TestTimers {
  let time = 1_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => time,
    steadyNow: () => time,
    random,
    setTimer(callback, delayMs) {
      const timer = { at: time + delayMs, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await settle();
        const [next] = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.callback();
      }
      time = end;
      await settle();
    },
    pending: () => timers.length,
  };
}
