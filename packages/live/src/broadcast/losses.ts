import type { BroadcastLoss } from "./state.ts";

export interface Loss {
  reason: BroadcastLoss;
  /** From 1. */
  attempt: number;
}

/** What needs the speaker is told before what mends itself. */
const URGENCY: Record<BroadcastLoss, number> = {
  "signed-out": 2,
  "credentials-refused": 1,
  "session-socket": 0,
  signaling: 0,
};

/** What is lost at the moment, of the session's socket and of each channel's. */
export interface Losses {
  /** Null: it is back. @returns the worst of all, or null when nothing is lost. */
  set(key: string, loss: Loss | null): Loss | null;
  clear(): void;
}

export function createLosses(): Losses {
  const losses = new Map<string, Loss>();
  return {
    set(key, loss) {
      if (loss) losses.set(key, loss);
      else losses.delete(key);
      const [worst] = [...losses.values()].sort(
        (a, b) => URGENCY[b.reason] - URGENCY[a.reason] || b.attempt - a.attempt,
      );
      return worst ?? null;
    },
    clear: () => losses.clear(),
  };
}
