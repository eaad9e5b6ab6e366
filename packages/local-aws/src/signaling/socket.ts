import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { MovableClock } from "../clock.ts";
import { isTooLarge } from "../http/too-large.ts";

const IDLE_MS = 10 * 60_000;
const LIFE_MS = 60 * 60_000;
const GO_AWAY_GRACE_MS = 60_000;

/** One open signaling socket: who it is, its clock-driven ends, and the way to send to it. */
export interface SignalingSocket {
  readonly id: string;
  readonly role: "MASTER" | "VIEWER";
  readonly channelArn: string;
  /** Null for a master. */
  readonly clientId: string | null;
  readonly connectedAt: number;
  send(message: object): void;
  /** A clean close from the service's side. */
  close(code: number, reason?: string): void;
  /** As when a network fails: no close frame. */
  cut(): void;
  /** Announces the end, and closes a minute later. */
  goAway(): void;
}

interface Options {
  clock: MovableClock;
  webSocket: WebSocket;
  identity: Pick<SignalingSocket, "role" | "channelArn" | "clientId">;
  onFrame(text: string): void;
  /** A message was far over any limit, and the socket is being closed for it. */
  onTooLarge(): void;
  onClose(): void;
}

/** Any traffic, in either direction and WebSocket pings included, holds the idle close off; nothing holds off the end of the hour. */
export function createSignalingSocket(options: Options): SignalingSocket {
  const { clock, webSocket, identity, onFrame, onTooLarge, onClose } = options;
  const connectedAt = clock.now();
  let lastActiveAt = connectedAt;
  const touch = () => {
    lastActiveAt = clock.now();
  };

  const cancels = new Set<() => void>();
  const later = (ms: number, callback: () => void) => {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      callback();
    });
    cancels.add(cancel);
  };
  const watchIdle = () =>
    later(lastActiveAt + IDLE_MS - clock.now(), () => {
      if (clock.now() - lastActiveAt >= IDLE_MS) webSocket.close(1001, "Going away");
      else watchIdle();
    });
  watchIdle();
  later(LIFE_MS, () => webSocket.close(1001, "Going away"));

  webSocket.on("message", (data, isBinary) => {
    touch();
    onFrame(isBinary ? "" : String(data));
  });
  webSocket.on("ping", touch);
  // ws closes with 1009 or 1002 by itself.
  webSocket.on("error", (error) => {
    if (isTooLarge(error)) onTooLarge();
  });
  webSocket.on("close", () => {
    for (const cancel of cancels) cancel();
    onClose();
  });

  const send = (message: object) => {
    touch();
    webSocket.send(JSON.stringify(message));
  };

  return {
    id: randomUUID(),
    ...identity,
    connectedAt,
    send,
    close: (code, reason = "Going away") => webSocket.close(code, reason),
    cut: () => webSocket.terminate(),
    goAway() {
      send({ messageType: "GO_AWAY" });
      later(GO_AWAY_GRACE_MS, () => webSocket.close(1001, "Going away"));
    },
  };
}
