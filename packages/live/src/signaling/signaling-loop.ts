import { fullJitterMs, sleep } from "@lectern/primitives";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import type { SignalingSocket } from "./signaling-socket.ts";

/** KVS ends every socket after an hour, some calls after 45 minutes: each is replaced before that, at its own moment. */
const REOPEN_AFTER_MS = 30 * 60_000;
const REOPEN_SPREAD_MS = 10 * 60_000;
/** A socket that closes sooner than this counts as one more failure, so that back-off grows. */
const SETTLED_AFTER_MS = 10_000;
/** A lost socket is back within 5 s of its cause being gone. */
const RETRY = { firstMs: 500, longestMs: 1500 };
/** What waits for a new socket goes on without it after this. */
const OPENS_WITHIN_MS = 5000;

export interface SignalingLoop {
  /** Opens one socket: fresh URL and credentials on every call. `replace` asks for the next one now. */
  open(replace: () => void): Promise<SignalingSocket>;
  onOpen(socket: SignalingSocket): void;
  /**
   * No socket is open, or the credentials for another are refused.
   * @returns false to give up. `attempt` counts from 1 since a socket last stayed open.
   */
  onLost(attempt: number, error: unknown): boolean;
  /** How long to wait before the next try. Default: full jitter. */
  retryDelayMs?(): number;
}

export interface SignalingKeeper {
  /** Another socket now, because this one may be dead without having closed. The old one serves until the new one is open. */
  renew(): void;
  /** The same; resolves once it is open, or after 5 s. */
  untilRenewed(): Promise<void>;
}

type Wakeable = { promise: Promise<void>; wake: () => void };
const createWakeable = (): Wakeable => {
  let wake: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    wake = resolve;
  });
  return { promise, wake };
};

/** Keeps one signaling socket open until `signal` aborts; media does not depend on it. */
export function keepSignaling(
  { open, onOpen, onLost, retryDelayMs }: SignalingLoop,
  environment: Pick<LiveEnvironment, "random" | "setTimer">,
  signal: AbortSignal,
): SignalingKeeper {
  const { random, setTimer } = environment;
  /** What ends the present wait, whatever it is for. */
  let renewal = createWakeable();
  let nextOpen = createWakeable();
  let serving: SignalingSocket | null = null;
  let attempt = 0;

  /** Resolves after `delayMs`, when renewal is asked for, when `socket` closes, or when the signal aborts. */
  async function pause(delayMs: number, socket: SignalingSocket | null): Promise<void> {
    const timer = createWakeable();
    const cancel = setTimer(timer.wake, delayMs);
    signal.addEventListener("abort", timer.wake);
    await Promise.race([timer.promise, renewal.promise, ...(socket ? [socket.closed] : [])]);
    cancel();
    signal.removeEventListener("abort", timer.wake);
  }

  function serve(socket: SignalingSocket): void {
    // KVS uses the newest connection, so the old one is closed only now: there is always one.
    serving?.close();
    serving = socket;
    void socket.closed.then(() => {
      if (serving === socket) serving = null;
    });
    onOpen(socket);
    nextOpen.wake();
    nextOpen = createWakeable();
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      renewal = createWakeable();
      try {
        const socket = await open(() => renewal.wake());
        serve(socket);
        const cancel = setTimer(() => {
          attempt = 0;
        }, SETTLED_AFTER_MS);
        await pause(REOPEN_AFTER_MS + random() * REOPEN_SPREAD_MS, socket);
        cancel();
        if (serving === socket || signal.aborted) continue;
        attempt++;
        if (!onLost(attempt, undefined)) return;
      } catch (error) {
        attempt++;
        if (signal.aborted) return;
        const isRefused = error instanceof LiveError && error.code === "credentials-refused";
        if ((serving === null || isRefused) && !onLost(attempt, error)) return;
      }
      renewal = createWakeable();
      await pause(retryDelayMs?.() ?? fullJitterMs(RETRY, attempt, random), null);
    }
  }

  void run();
  return {
    renew: () => renewal.wake(),
    untilRenewed() {
      renewal.wake();
      return Promise.race([nextOpen.promise, sleep(environment, OPENS_WITHIN_MS)]);
    },
  };
}
