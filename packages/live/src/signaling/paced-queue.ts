import type { Timing } from "@lectern/primitives";

export interface PacedQueue {
  /** Runs now if the pace allows, else as soon as it does; in order. It replaces what waits with the same `about`. */
  add(send: () => void, about?: string): void;
  /** Forgets what has not been sent. */
  clear(): void;
}

/** More than eight listeners who join at once need. Beyond it somebody floods, and the oldest messages are dropped. */
const MAX_WAITING = 96;

/** At most `perSecond` sends in any second. The first ones are sent at once, so that a join does not wait. */
export function createPacedQueue(
  perSecond: number,
  { steadyNow, setTimer }: Pick<Timing, "steadyNow" | "setTimer">,
): PacedQueue {
  const waiting: { send: () => void; about: string | undefined }[] = [];
  const sentAt: number[] = [];
  let cancel: (() => void) | null = null;

  function drain(): void {
    cancel = null;
    for (;;) {
      const next = waiting[0];
      if (!next) return;
      const oldest = sentAt.length < perSecond ? null : sentAt[sentAt.length - perSecond];
      const waitMs = oldest == null ? 0 : oldest + 1000 - steadyNow();
      if (waitMs > 0) {
        cancel = setTimer(drain, waitMs);
        return;
      }
      waiting.shift();
      sentAt.push(steadyNow());
      if (sentAt.length > perSecond) sentAt.shift();
      next.send();
    }
  }

  return {
    add(send, about) {
      const older = about === undefined ? undefined : waiting.find((each) => each.about === about);
      if (older) older.send = send;
      else waiting.push({ send, about });
      if (waiting.length > MAX_WAITING) waiting.shift();
      if (!cancel) drain();
    },
    clear() {
      waiting.length = 0;
      cancel?.();
      cancel = null;
    },
  };
}
