import type { LiveEnvironment } from "../environment.ts";

export interface PacedQueue {
  /** Runs now if the pace allows, else as soon as it does; in order. */
  add(send: () => void): void;
  /** Forgets what has not been sent. */
  clear(): void;
}

/** At most `perSecond` sends in any second. The first ones go at once: a join must not wait for a quota it does not touch. */
export function createPacedQueue(
  perSecond: number,
  { now, setTimer }: Pick<LiveEnvironment, "now" | "setTimer">,
): PacedQueue {
  const waiting: (() => void)[] = [];
  const sentAt: number[] = [];
  let cancel: (() => void) | null = null;

  function drain(): void {
    cancel = null;
    for (;;) {
      const next = waiting[0];
      if (!next) return;
      const oldest = sentAt.length < perSecond ? null : sentAt[sentAt.length - perSecond];
      const waitMs = oldest == null ? 0 : oldest + 1000 - now();
      if (waitMs > 0) {
        cancel = setTimer(drain, waitMs);
        return;
      }
      waiting.shift();
      sentAt.push(now());
      if (sentAt.length > perSecond) sentAt.shift();
      next();
    }
  }

  return {
    add(send) {
      waiting.push(send);
      if (!cancel) drain();
    },
    clear() {
      waiting.length = 0;
      cancel?.();
      cancel = null;
    },
  };
}
