import type { Clock } from "./http/service.ts";

/** A clock that runs with the machine's and can be moved forward; timers set on it fire when it is moved past them. */
export interface MovableClock extends Clock {
  /** Moves time forward (ms, ≥ 0). Timers that become due fire in order, each seeing the time it was set for. */
  advance(ms: number): void;
  /** Calls back once after `ms` of this clock. Returns the cancellation. Never keeps the process alive. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back every `ms` of this clock until cancelled. */
  every(ms: number, callback: () => void): () => void;
  /** How many timers are set. */
  timers(): number;
  /** Cancels every timer; time goes on. */
  clear(): void;
}

interface Timer {
  dueAt: number;
  callback: () => void;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export function createClock(machineNow: () => number = Date.now): MovableClock {
  let offset = 0;
  let alarm: NodeJS.Timeout | undefined;
  const timers = new Set<Timer>();
  const now = () => machineNow() + offset;

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) if (first === undefined || timer.dueAt < first.dueAt) first = timer;
    return first;
  };

  const setAlarm = () => {
    clearTimeout(alarm);
    const next = earliest();
    if (next === undefined) return;
    alarm = setTimeout(fireDue, Math.min(Math.max(next.dueAt - now(), 0), LONGEST_TIMEOUT_MS));
    alarm.unref();
  };

  const fireDue = () => {
    for (let next = earliest(); next !== undefined && next.dueAt <= now(); next = earliest()) {
      timers.delete(next);
      next.callback();
    }
    setAlarm();
  };

  const after = (ms: number, callback: () => void) => {
    const timer = { dueAt: now() + ms, callback };
    timers.add(timer);
    setAlarm();
    return () => {
      if (timers.delete(timer)) setAlarm();
    };
  };

  return {
    now,
    after,
    advance(ms) {
      const target = now() + ms;
      // Timer by timer: a callback that sets another timer sets it from its own time, not from the end of the move.
      for (let next = earliest(); next !== undefined && next.dueAt <= target; next = earliest()) {
        offset += Math.max(next.dueAt - now(), 0);
        timers.delete(next);
        next.callback();
      }
      offset += Math.max(target - now(), 0);
      setAlarm();
    },
    every(ms, callback) {
      let cancel = () => {};
      const again = () => {
        cancel = after(ms, again);
        callback();
      };
      cancel = after(ms, again);
      return () => cancel();
    },
    timers: () => timers.size,
    clear() {
      timers.clear();
      clearTimeout(alarm);
    },
  };
}
