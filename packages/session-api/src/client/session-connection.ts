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

/**
 * A WebSocket to one session that comes back by itself, with full jitter up to 30 s, until its signal aborts. After
 * `displaced` and `already-hosted` the host's stays away until `takeOver()`: two pages must not fight over the place.
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
  /** Epoch ms by the server's clock; the local clock until the first snapshot. */
  serverNow(): number;
}

export interface SessionConnectionOptions {
  webSocketUrl: string;
  role: "host" | "listener";
  /** The session's code; where the speaker changes it, reconnects follow. */
  code: string;
  /** Needed by the host; called on every attempt. */
  accessToken?: () => Promise<string>;
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
  const { webSocketUrl, role, accessToken, signal } = options;
  const environment = resolveEnvironment(options.environment);
  const clock = createServerClock(environment.now);
  const memory = createMemory(role, options);
  const listeners = new Set<(event: SessionEvent) => void>();
  let socket: OpenSocket | null = null;
  let attempt = 0;
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

  const onMessage = (message: ServerMessage, open: OpenSocket): void => {
    if (message.type === "session") clock.learn(message.serverTime, environment.now());
    const { deliver, send: reply, drop, standDown: standsDown } = memory.note(message);
    if (memory.isSettled()) attempt = 0;
    if (reply) open.send(reply);
    if (standsDown) {
      standDown = new AbortController();
      open.drop(new SessionApiError("already-hosted", "Another page hosts this session."));
    } else if (drop) open.drop(drop);
    if (deliver) emit(message);
  };

  /** One token, one socket, to its end. Why it ended. */
  const runOnce = async (): Promise<SessionApiError> => {
    let token: string | undefined;
    if (role === "host") {
      try {
        token = await accessToken?.();
      } catch (cause) {
        return new SessionApiError("unauthorized", "No access token could be had.", { cause });
      }
      if (signal.aborted) return new SessionApiError("network", "The connection was given up.");
    }
    const ended = new AbortController();
    const error = await runSocket({
      url: webSocketUrl,
      signal,
      environment,
      onOpen(open) {
        socket = open;
        memory.opened();
        open.send(memory.hello(token));
        open.expectAnswer();
        emit({ type: "open" });
        void ping(open, ended.signal);
      },
      onMessage,
    });
    ended.abort();
    socket = null;
    return error;
  };

  const run = async (): Promise<void> => {
    for (;;) {
      // Whoever called us subscribes first.
      await Promise.resolve();
      if (signal.aborted) return;
      const error = await runOnce();
      if (signal.aborted) return;
      if (standDown) {
        await untilAborted(standDown.signal, signal);
        standDown = null;
        continue;
      }
      attempt += 1;
      const retryInMs = backoffMs(attempt, environment.random);
      emit({ type: "closed", attempt, retryInMs, error });
      await sleep(environment, retryInMs, signal);
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
    takeOver() {
      memory.wantTakeOver();
      standDown?.abort();
    },
    serverNow: clock.now,
  };
}
