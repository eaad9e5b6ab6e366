/** The server's clock as last heard of. */
export interface ServerClock {
  /** The server said `serverTime` about when the local clock said `localTime`; both epoch ms. */
  learn(serverTime: number, localTime: number): void;
  /** Epoch ms. */
  now(): number;
}

/** Two words that differ by more than this do so because a clock was set. */
const LONGEST_ON_THE_WAY_MS = 5000;

/** Every word is late by its way here: of those that differ by no more than that, the earliest is the truest. */
export function createServerClock(localNow: () => number): ServerClock {
  let offsetMs: number | null = null;
  return {
    learn(serverTime, localTime) {
      const heardMs = serverTime - localTime;
      const isLater = offsetMs !== null && heardMs < offsetMs && offsetMs - heardMs < LONGEST_ON_THE_WAY_MS;
      if (!isLater) offsetMs = heardMs;
    },
    now: () => localNow() + (offsetMs ?? 0),
  };
}
