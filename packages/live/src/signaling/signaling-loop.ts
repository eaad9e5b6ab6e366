import type { LiveEnvironment } from "../environment.ts";
import { backoffMs } from "./backoff.ts";
import type { SignalingSocket } from "./signaling-socket.ts";

/** KVS ends every socket after an hour, some calls after 45 minutes: each is replaced before that, at its own moment. */
const REOPEN_AFTER_MS = 30 * 60_000;
const REOPEN_SPREAD_MS = 10 * 60_000;
/** A socket that closes sooner than this counts as one more failure, so that back-off grows. */
const SETTLED_AFTER_MS = 10_000;

export interface SignalingLoop {
  /** Opens one socket: fresh URL and credentials on every call. `replace` asks for the next one now. */
  open(replace: () => void): Promise<SignalingSocket>;
  onOpen(socket: SignalingSocket): void;
  /** @returns false to give up. `attempt` counts from 1 since a socket last stayed open. */
  onLost(attempt: number, error: unknown): boolean;
}

/** Keeps one signaling socket open until `signal` aborts; media does not depend on it. */
export async function keepSignaling(
  { open, onOpen, onLost }: SignalingLoop,
  environment: Pick<LiveEnvironment, "random" | "setTimer">,
  signal: AbortSignal,
): Promise<void> {
  const { random, setTimer } = environment;
  let attempt = 0;
  for (;;) {
    if (signal.aborted) return;
    let planned = false;
    let socket: SignalingSocket | null = null;
    const replace = () => {
      planned = true;
      socket?.close();
    };
    try {
      socket = await open(replace);
      if (planned) socket.close();
      const timers = [
        setTimer(replace, REOPEN_AFTER_MS + random() * REOPEN_SPREAD_MS),
        setTimer(() => {
          attempt = 0;
        }, SETTLED_AFTER_MS),
      ];
      onOpen(socket);
      await socket.closed;
      for (const cancel of timers) cancel();
      if (planned) continue;
      attempt++;
      if (signal.aborted || !onLost(attempt, undefined)) return;
    } catch (error) {
      attempt++;
      if (signal.aborted || !onLost(attempt, error)) return;
    }
    await delay(backoffMs(attempt, random), setTimer, signal);
  }
}

/** Resolves after `delayMs`, or at once when the signal aborts. */
function delay(delayMs: number, setTimer: LiveEnvironment["setTimer"], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const cancel = setTimer(end, delayMs);
    signal.addEventListener("abort", end);
  });
}
