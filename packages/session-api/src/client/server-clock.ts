/** The server's clock as last heard of. */
export interface ServerClock {
  /** The server said `serverTime` about when the local clock said `localTime`; both epoch ms. */
  learn(serverTime: number, localTime: number): void;
  /** Epoch ms. */
  now(): number;
}

export function createServerClock(localNow: () => number): ServerClock {
  let offsetMs = 0;
  return {
    learn(serverTime, localTime) {
      offsetMs = serverTime - localTime;
    },
    now: () => localNow() + offsetMs,
  };
}
