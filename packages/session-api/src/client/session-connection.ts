import { type ClientMessage, PING_INTERVAL_MS, type ServerMessage } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import { backoffMs } from "./backoff.ts";
import { type ClientEnvironment, resolveEnvironment } from "./environment.ts";
import { createMemory } from "./memory.ts";
import { createServerClock } from "./server-clock.ts";
import { type OpenSocket, runSocket } from "./socket.ts";
import { sleep, untilAborted } from "./timers.ts";

export type SessionEvent =
  /** What the server said, parsed; unknown types and sessions of an older `rev` never arrive here. */
  | ServerMessage
  /** The socket is open and has introduced itself. */
  | { type: "open" }
  /** The socket is gone; the next is tried after `retryInMs`. `attempt` counts from 1 since something last worked. */
  | { type: "closed"; attempt: number; retryInMs: number; error: SessionApiError };

/** API Gateway ends every socket after two hours: each is replaced before that, at its own moment. */
const RENEW_AFTER_MS = 90 * 60_000;
const RENEW_SPREAD_MS = 20 * 60_000;
/** After sleep or a change of network a socket that lives answers sooner. */
const CHECKED_WITHIN_MS = 3000;

/**
 * A WebSocket to one session that comes back by itself, with full jitter up to 3 s (the host's: 1.5 s), until its signal
 * aborts. It is replaced before API Gateway ends it, the next one introduced before it closes, so that nothing is missed in
 * between. After `displaced` and `already-hosted` the host's stays away until `takeOver()`: two pages must not fight over
 * the place.
 */
export interface SessionConnection {
  /** Events from now on. Returns the unsubscribe. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** Listener: ask for a seat, or for a fresh ClientId of the one held. Kept over reconnects until `seat` or `error` answers. */
  requestSeat(): void;
  /** Listener: give the seat back. */
  leave(): void;
  /** Host: my master socket on this channel is open. Said again after each reconnect, while the channel is the same. */
  mastering(channelArn: string): void;
  /** Host: this viewer is not, or no longer, here. Lost if the socket is down: the seat's lease ends by itself. */
  gone(clientId: string, reason: "left" | "failed" | "not-admitted"): void;
  /** Host: displace the other page, after `already-hosted` or `displaced`. */
  takeOver(): void;
  /** The machine slept, or the network is another: makes sure that the socket lives, or opens the next one now. */
  check(): void;
  /** Epoch ms by the server's clock; the local clock until the first snapshot. */
  serverNow(): number;
}

export interface SessionConnectionOptions {
  webSocketUrl: string;
  role: "host" | "listener";
  /** The session's code; where the speaker changes it, reconnects follow. */
  code: string;
  /** Needed by the host; called on every attempt. "fresh": another than before, because that one was refused. */
  accessToken?: (fresh?: "fresh") => Promise<string>;
  /** Whether a rejection of `accessToken` may pass: then `closed` says "network", else "unauthorized". Default: never. */
  isRetryable?: (error: unknown) => boolean;
  /** Listener: the secret of a seat held before a reload, to resume it. */
  seatSecret?: string;
  /** Listener: ask for a seat with the first hello, should the session be on air. Default false. */
  seatAtOnce?: boolean;
  /** Ends the connection for good. */
  signal: AbortSignal;
  environment?: Partial<ClientEnvironment>;
}

/** Opens a connection to a session and keeps it. */
export function connectSession(options: SessionConnectionOptions): SessionConnection {
  const { webSocketUrl, role, accessToken, isRetryable = () => false, signal } = options;
  const environment = resolveEnvironment(options.environment);
  const clock = createServerClock(environment.now);
  const memory = createMemory(role, options);
  const listeners = new Set<(event: SessionEvent) => void>();
  let socket: OpenSocket | null = null;
  /** Ends the socket before this one, which stays open until this one is introduced. */
  let previous: AbortController | null = null;
  let attempt = 0;
  let tokenRefused = false;
  /** Ends the wait for the next try; null while none is. */
  let waiting: AbortController | null = null;
  /** Aborted by `takeOver()`; null unless the host has stood down. */
  let standDown: AbortController | null = null;

  const emit = (event: SessionEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const send = (message: ClientMessage): void => {
    if (memory.isIntroduced()) socket?.send(message);
  };

  const ping = async (open: OpenSocket, ended: AbortSignal): Promise<void> => {
    for (;;) {
      await sleep(environment, PING_INTERVAL_MS, ended);
      if (ended.aborted) return;
      open.send({ action: "ping" });
      open.expectAnswer();
    }
  };

  const closePrevious = (): void => {
    previous?.abort();
    previous = null;
  };

  const onMessage = (message: ServerMessage, open: OpenSocket): void => {
    // What the old socket still says, the new one is told as well.
    if (open !== socket) return;
    if (message.type === "session") clock.learn(message.serverTime, environment.now());
    const { deliver, send: reply, drop, standDown: standsDown } = memory.note(message);
    if (memory.isSettled()) attempt = 0;
    if (drop?.code === "unauthorized") tokenRefused = true;
    if (memory.isIntroduced()) closePrevious();
    if (reply) open.send(reply);
    if (standsDown) {
      standDown = new AbortController();
      open.drop(new SessionApiError("already-hosted", "Another page hosts this session."));
    } else if (drop) open.drop(drop);
    if (deliver) emit(message);
  };

  /** One token, one socket, to its end or its renewal. Why it ended. */
  const runOnce = async (): Promise<SessionApiError | "renewed"> => {
    let token: string | undefined;
    if (role === "host") {
      try {
        token = await (tokenRefused ? accessToken?.("fresh") : accessToken?.());
        tokenRefused = false;
      } catch (cause) {
        const code = isRetryable(cause) ? "network" : "unauthorized";
        return new SessionApiError(code, "No access token could be had.", { cause });
      }
      if (signal.aborted) return new SessionApiError("network", "The connection was given up.");
    }
    const ended = new AbortController();
    const close = new AbortController();
    const onAbort = (): void => close.abort();
    signal.addEventListener("abort", onAbort);
    let renew: (renewed: "renewed") => void = () => undefined;
    const renewal = new Promise<"renewed">((resolve) => {
      renew = resolve;
    });
    const closed = runSocket({
      url: webSocketUrl,
      signal: close.signal,
      environment,
      onOpen(open) {
        socket = open;
        memory.opened();
        open.send(memory.hello(token));
        open.expectAnswer();
        emit({ type: "open" });
        void ping(open, ended.signal);
        void sleep(environment, RENEW_AFTER_MS + environment.random() * RENEW_SPREAD_MS, ended.signal).then(() => {
          if (!ended.signal.aborted) renew("renewed");
        });
      },
      onMessage,
    }).finally(() => signal.removeEventListener("abort", onAbort));
    const outcome = await Promise.race([closed, renewal]);
    ended.abort();
    if (outcome === "renewed") previous = close;
    else {
      socket = null;
      closePrevious();
    }
    return outcome;
  };

  const pause = async (delayMs: number): Promise<void> => {
    waiting = new AbortController();
    const end = (): void => waiting?.abort();
    signal.addEventListener("abort", end);
    await sleep(environment, delayMs, waiting.signal);
    signal.removeEventListener("abort", end);
    waiting = null;
  };

  const run = async (): Promise<void> => {
    for (;;) {
      // Whoever called us subscribes first.
      await Promise.resolve();
      if (signal.aborted) return;
      const error = await runOnce();
      if (signal.aborted) return;
      if (error === "renewed") continue;
      if (standDown) {
        await untilAborted(standDown.signal, signal);
        standDown = null;
        continue;
      }
      attempt += 1;
      const retryInMs = backoffMs(role, attempt, environment.random);
      emit({ type: "closed", attempt, retryInMs, error });
      await pause(retryInMs);
    }
  };
  void run();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    requestSeat() {
      memory.wantSeat();
      send({ action: "seat" });
    },
    leave() {
      memory.dropSeat();
      send({ action: "leave" });
    },
    mastering(channelArn) {
      memory.wantMastering(channelArn);
      send({ action: "mastering", channelArn });
    },
    gone: (clientId, reason) => send({ action: "gone", clientId, reason }),
    check() {
      waiting?.abort();
      if (!memory.isIntroduced()) return;
      socket?.send({ action: "ping" });
      socket?.expectAnswer(CHECKED_WITHIN_MS);
    },
    takeOver() {
      memory.wantTakeOver();
      standDown?.abort();
    },
    serverNow: clock.now,
  };
}
