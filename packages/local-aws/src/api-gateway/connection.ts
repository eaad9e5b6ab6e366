import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { HOUR_MS, MINUTE_MS } from "@lectern/primitives";
import type { WebSocket } from "ws";
import type { MovableClock } from "../clock.ts";
import { isTooLarge, limitDuration } from "../http/web-socket.ts";
import { createFrameLimit } from "./frames.ts";

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const MAX_FRAME_BYTES = 32 * 1024;

/** One open socket of the WebSocket API. */
export interface Connection {
  readonly id: string;
  readonly connectedAt: number;
  readonly sourceIp: string;
  readonly userAgent: string;
  lastActiveAt(): number;
  send(data: string): void;
  close(code: number, reason: string): void;
  /** As when a network fails: no close frame. */
  cut(): void;
}

/** As AWS shapes it: 15 letters and "=", so callers must escape it in paths. */
export const createConnectionId = (): string => `${randomBytes(11).toString("base64url").slice(0, 15)}=`;

type RefusedMessage = "message-too-large" | "binary-message";

interface Options {
  clock: MovableClock;
  id: string;
  webSocket: WebSocket;
  /** What the WebSocket reads from. */
  raw: Duplex;
  sourceIp: string;
  userAgent: string;
  connectedAt: number;
  onMessage(text: string): void;
  /** A message was not taken, and the socket is being closed for it. */
  onRefused(what: RefusedMessage): void;
  onClose(code: number, reason: string): void;
}

/** Ends the socket at ten idle minutes (a message in either direction counts) and after two hours. */
export function createConnection(options: Options): Connection {
  const { clock, id, webSocket, raw, sourceIp, userAgent, connectedAt, onMessage, onRefused, onClose } = options;
  const timeouts = limitDuration(webSocket, { clock, idleMs: 10 * MINUTE_MS, lifeMs: 2 * HOUR_MS });

  let refused = false;
  const refuse = (what: RefusedMessage, code: number) => {
    if (refused) return;
    refused = true;
    onRefused(what);
    webSocket.close(code);
  };
  webSocket.on("message", (data, isBinary) => {
    // A message that arrives while the socket is closing is ignored.
    if (webSocket.readyState !== webSocket.OPEN) return;
    timeouts.touch();
    if (isBinary) refuse("binary-message", 1003);
    else onMessage(String(data));
  });
  // ws closes with 1009 or 1002 by itself.
  webSocket.on("error", (error) => {
    if (isTooLarge(error)) refuse("message-too-large", 1009);
  });
  const isOverLimit = createFrameLimit(MAX_FRAME_BYTES);
  const watchFrames = (chunk: Buffer) => {
    if (!isOverLimit(chunk)) return;
    raw.off("data", watchFrames);
    refuse("message-too-large", 1009);
  };
  // Before ws reads it: a frame over the limit must not become a message.
  raw.prependListener("data", watchFrames);
  webSocket.on("close", (code, reason) => onClose(code, String(reason)));

  return {
    id,
    connectedAt,
    sourceIp,
    userAgent,
    lastActiveAt: timeouts.lastActiveAt,
    send(data) {
      timeouts.touch();
      webSocket.send(data);
    },
    close: (code, reason) => webSocket.close(code, reason),
    cut: () => webSocket.terminate(),
  };
}
