import type { ServerMessage } from "../contract/index.ts";
import type { SessionApiError } from "../errors.ts";
import type { ClientEnvironment } from "./environment.ts";

export type SessionEvent =
  /** What the server said, parsed; unknown types and sessions of an older `rev` never arrive here. */
  | ServerMessage
  /** The socket is open and has introduced itself. */
  | { type: "open" }
  /** The socket is gone; the next is tried after `retryInMs`. `attempt` counts from 1 since something last worked. */
  | { type: "closed"; attempt: number; retryInMs: number; error: SessionApiError };

/** A WebSocket to one session that comes back by itself until its signal aborts. */
export interface SessionConnection {
  /** Events from now on. Returns the unsubscribe. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** Listener: ask for a seat, or for a fresh ClientId of the one held. Kept until answered, over reconnects. */
  requestSeat(): void;
  /** Listener: give the seat back. */
  leave(): void;
  /** Host: my master socket on this channel is open. Said again after each reconnect. */
  mastering(channelArn: string): void;
  /** Host: this viewer is not, or no longer, here. */
  gone(clientId: string, reason: "left" | "failed" | "not-admitted"): void;
  /** Host: displace the other page, after `already-hosted` or `displaced`. */
  takeOver(): void;
  /** Epoch ms by the server's clock; the local clock until the first snapshot. */
  serverNow(): number;
}

export interface SessionConnectionOptions {
  webSocketUrl: string;
  role: "host" | "listener";
  code: string;
  /** Needed by the host; called on every attempt. */
  accessToken?: () => Promise<string>;
  /** Listener: the secret of a seat held before a reload, to resume it. */
  seatSecret?: string;
  /** Ends the connection for good. */
  signal: AbortSignal;
  environment?: Partial<ClientEnvironment>;
}

export function connectSession(_options: SessionConnectionOptions): SessionConnection {
  throw new Error("not yet");
}
