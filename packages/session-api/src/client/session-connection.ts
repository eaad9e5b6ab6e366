import { createServerClock, fullJitterMs, sleep } from "@lectern/primitives";
import { type ClientMessage, PING_INTERVAL_MS, type ServerMessage } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import { linkedController, untilAborted } from "./abort.ts";
import { type ClientEnvironment, resolveEnvironment } from "./environment.ts";
import { createSessionProtocol, type Reaction } from "./protocol.ts";
import { type OpenSocket, runSocket } from "./socket.ts";

type GoneReason = Extract<ClientMessage, { action: "gone" }>["reason"];

export type SessionEvent =
  /** A message from the server, except those of unknown types, sessions of an older `rev`, and what is answered here. */
  | Exclude<ServerMessage, { type: "not-entered" }>
  /** The socket is open and has sent its hello. */
  | { type: "open" }
  /** The socket has closed; the next one is opened after `retryInMs`. `attempt` counts from 1, and begins anew after a success. */
  | { type: "closed"; attempt: number; retryInMs: number; error: SessionApiError };

/** API Gateway closes every socket after two hours. Each is replaced before that, at a random moment, so not all at once. */
const RENEW_AFTER_MS = 90 * 60_000;
const RENEW_SPREAD_MS = 20 * 60_000;
/** How long a socket may take to answer `check`. */
const CHECKED_WITHIN_MS = 3000;
/** A channel has eight seats; beyond this the leases end by themselves. */
const MAX_UNTOLD = 32;
/** Everyone is back within 5 s of the cause being gone; listeners after their speaker. */
const RECONNECT_DELAYS = {
  listener: { firstMs: 1000, longestMs: 3000 },
  host: { firstMs: 1000, longestMs: 1500 },
} as const;

/**
 * A WebSocket to one session that reconnects, with full jitter up to 3 s (the host's: 1.5 s), until its signal aborts. It is
 * replaced before API Gateway closes it, and stays open until the server has answered the next one's hello, so that nothing
 * is missed. After `displaced` and `already-hosted` the host's does not reconnect before `takeOver()`: two pages would
 * displace each other for ever.
 */
export interface SessionConnection {
  /** Events from now on. Returns a function that ends the subscription. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** Listener: asks for a seat, or for a new ClientId of the one held; again after a reconnect, until `seat` or `error` answers. */
  requestSeat(): void;
  /** Listener: frees the seat. */
  leave(): void;
  /** Host: the page is connected to this channel as master. Sent again after each reconnect, while the channel is the same. */
  mastering(channelArn: string): void;
  /** Host: this viewer is not, or no longer, connected. While there is no socket it waits for the next; `isStill`: whether it is still so then. */
  gone(clientId: string, reason: GoneReason, isStill?: () => boolean): void;
  /** Host: displaces the other page, after `already-hosted` or `displaced`. */
  takeOver(): void;
  /** After sleep or a change of network: replaces a socket that does not answer within 3 s, and reconnects without delay. */
  check(): void;
  /** Epoch ms by the server's clock; the local clock until the first snapshot. */
  serverNow(): number;
}

export interface SessionConnectionOptions {
  webSocketUrl: string;
  role: "host" | "listener";
  /** The session's code; where the speaker changes it, reconnects follow. */
  code: string;
  /** Needed by the host; called for each socket. "fresh": the last token was refused, so another one is needed. */
  accessToken?: (fresh?: "fresh") => Promise<string>;
  /** Whether `accessToken` may succeed later after this error: then `closed` says "network", else "unauthorized". Default: never. */
  isRetryable?: (error: unknown) => boolean;
  /** Listener: ask for a seat with the first hello, if the session is on air. Default false. */
  seatAtOnce?: boolean;
  /** Ends the connection for good. */
  signal: AbortSignal;
  environment?: Partial<ClientEnvironment>;
}

/** Opens a connection to a session and keeps it. */
export function connectSession(options: SessionConnectionOptions): SessionConnection {
  const { webSocketUrl, role, accessToken, isRetryable = () => false, signal } = options;
  const environment = resolveEnvironment(options.environment);
  const clock = createServerClock(environment);
  const protocol = createSessionProtocol(role, options);
  const listeners = new Set<(event: SessionEvent) => void>();
  let socket: OpenSocket | null = null;
  /** Closes the socket that this one replaces, once this one's hello is answered. */
  let previous: AbortController | null = null;
  /** Who went while there was no socket, by ClientId. */
  const untold = new Map<string, { reason: GoneReason; isStill: () => boolean }>();
  let attempt = 0;
  let tokenRefused = false;
  /** Says hello on the socket that is open now. */
  let sayHello = (): void => undefined;
  /** By the steady clock. */
  let helloSaidAt = 0;
  /** Ends the delay before the next attempt; null while there is none. */
  let delay: AbortController | null = null;
  /** Ended by `takeOver()`; null unless the host stands down. */
  let standDown: ReturnType<typeof linkedController> | null = null;

  const emit = (event: SessionEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const canSend = (): boolean => socket !== null && protocol.isAcknowledged();
  const send = (message: ClientMessage): void => {
    if (canSend()) socket?.send(message);
  };

  const tellGone = (): void => {
    if (!protocol.isEstablished()) return;
    for (const [clientId, { reason, isStill }] of untold) {
      if (isStill()) send({ action: "gone", clientId, reason });
    }
    untold.clear();
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

  const follow = ({ reply, reconnect, standDown: standsDown, sayHello: again }: Reaction, open: OpenSocket): void => {
    if (reconnect?.code === "unauthorized") tokenRefused = true;
    if (reply) open.send(reply);
    if (again) sayHello();
    tellGone();
    if (standsDown) {
      standDown = linkedController(signal);
      open.drop(new SessionApiError("already-hosted", "Another page hosts this session."));
    } else if (reconnect) open.drop(reconnect);
  };

  const onMessage = (message: ServerMessage, open: OpenSocket): void => {
    // While two sockets are open, the newer one gets every message as well.
    if (open !== socket) return;
    if (message.type === "session") clock.learn(message.serverTime);
    const reaction = protocol.receive(message);
    if (protocol.isEstablished()) attempt = 0;
    if (protocol.isAcknowledged()) closePrevious();
    follow(reaction, open);
    if (reaction.deliver && message.type !== "not-entered") emit(message);
  };

  const onFailure = (open: OpenSocket): void => {
    if (open !== socket) return;
    const isRecent = environment.steadyNow() - helloSaidAt < PING_INTERVAL_MS;
    follow(protocol.receiveFailure(isRecent), open);
  };

  /** Opens one socket, with a token of its own, and runs it until it ends or is to be replaced. Returns why. */
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
    const close = linkedController(signal);
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
        sayHello = () => {
          helloSaidAt = environment.steadyNow();
          open.send(protocol.hello(token));
          open.expectAnswer();
        };
        sayHello();
        emit({ type: "open" });
        void ping(open, ended.signal);
        void sleep(environment, RENEW_AFTER_MS + environment.random() * RENEW_SPREAD_MS, ended.signal).then(() => {
          if (!ended.signal.aborted) renew("renewed");
        });
      },
      onMessage,
      onFailure,
    }).finally(close.release);
    const outcome = await Promise.race([closed, renewal]);
    ended.abort();
    if (outcome === "renewed") previous = close;
    else {
      socket = null;
      closePrevious();
    }
    return outcome;
  };

  const run = async (): Promise<void> => {
    for (;;) {
      // So that the caller can subscribe before the first event.
      await Promise.resolve();
      if (signal.aborted) return;
      const error = await runOnce();
      if (signal.aborted) return;
      if (error === "renewed") continue;
      if (standDown) {
        await untilAborted(standDown.signal);
        standDown.release();
        standDown = null;
        continue;
      }
      attempt += 1;
      const retryInMs = fullJitterMs(RECONNECT_DELAYS[role], attempt, environment.random);
      emit({ type: "closed", attempt, retryInMs, error });
      const waiting = linkedController(signal);
      delay = waiting;
      await sleep(environment, retryInMs, waiting.signal);
      waiting.release();
      delay = null;
    }
  };
  void run();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    requestSeat() {
      protocol.requestSeat();
      send({ action: "seat" });
    },
    leave() {
      protocol.releaseSeat(canSend());
      send({ action: "leave" });
    },
    mastering(channelArn) {
      protocol.setMastering(channelArn);
      send({ action: "mastering", channelArn });
    },
    gone(clientId, reason, isStill = () => true) {
      if (canSend()) send({ action: "gone", clientId, reason });
      else if (untold.size < MAX_UNTOLD) untold.set(clientId, { reason, isStill });
    },
    check() {
      delay?.abort();
      if (!protocol.isAcknowledged()) return;
      socket?.send({ action: "ping" });
      socket?.expectAnswer(CHECKED_WITHIN_MS);
    },
    takeOver() {
      protocol.requestTakeOver();
      standDown?.abort();
    },
    serverNow: clock.now,
  };
}
