import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import type { MovableClock } from "../clock.ts";

const IDLE_MS = 10 * 60_000;
const LIFE_MS = 2 * 60 * 60_000;

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

interface Options {
  clock: MovableClock;
  id: string;
  webSocket: WebSocket;
  sourceIp: string;
  userAgent: string;
  connectedAt: number;
  onMessage(text: string): void;
  onClose(code: number, reason: string): void;
}

/** Ends the socket at ten idle minutes (a message in either direction counts) and after two hours. */
export function createConnection(options: Options): Connection {
  const { clock, id, webSocket, sourceIp, userAgent, connectedAt, onMessage, onClose } = options;
  let lastActiveAt = clock.now();
  const touch = () => {
    lastActiveAt = clock.now();
  };
  let cancelIdle = () => {};
  const watchIdle = () => {
    cancelIdle = clock.after(lastActiveAt + IDLE_MS - clock.now(), () => {
      if (clock.now() - lastActiveAt >= IDLE_MS) webSocket.close(1001, "Going away");
      else watchIdle();
    });
  };
  watchIdle();
  const cancelLife = clock.after(LIFE_MS, () => webSocket.close(1001, "Going away"));

  webSocket.on("message", (data, isBinary) => {
    touch();
    if (isBinary) webSocket.close(1003, "Unsupported data");
    else onMessage(String(data));
  });
  // ws closes with 1009 or 1002 by itself; the error event only has to be heard.
  webSocket.on("error", () => {});
  webSocket.on("close", (code, reason) => {
    cancelIdle();
    cancelLife();
    onClose(code, String(reason));
  });

  return {
    id,
    connectedAt,
    sourceIp,
    userAgent,
    lastActiveAt: () => lastActiveAt,
    send(data) {
      touch();
      webSocket.send(data);
    },
    close: (code, reason) => webSocket.close(code, reason),
    cut: () => webSocket.terminate(),
  };
}
