import type { MovableClock } from "../clock.ts";

/** WebSocket APIs wait no longer for an integration; HTTP APIs may be told to wait 30 s. */
const TIMEOUT_MS = 29_000;

/** What an integration answered would come too late. */
export class TimedOut extends Error {}

/** @throws TimedOut, or what the integration threw */
export async function inTime<T>(clock: MovableClock, answer: Promise<T>): Promise<T> {
  let cancel = () => {};
  const timeout = new Promise<never>((_, reject) => {
    cancel = clock.after(TIMEOUT_MS, () => reject(new TimedOut()));
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    cancel();
  }
}
