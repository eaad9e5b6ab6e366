import { randomUUID } from "node:crypto";
import { HOUR_MS, MINUTE_MS } from "@lectern/primitives";
import type { WebSocket } from "ws";
import type { MovableClock } from "../clock.ts";
import { goingAway, isTooLarge, limitDuration } from "../http/web-socket.ts";

const GO_AWAY_GRACE_MS = MINUTE_MS;

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
  const timeouts = limitDuration(webSocket, { clock, idleMs: 10 * MINUTE_MS, lifeMs: HOUR_MS });

  webSocket.on("message", (data, isBinary) => {
    timeouts.touch();
    onFrame(isBinary ? "" : String(data));
  });
  webSocket.on("ping", timeouts.touch);
  // ws closes with 1009 or 1002 by itself.
  webSocket.on("error", (error) => {
    if (isTooLarge(error)) onTooLarge();
  });
  webSocket.on("close", onClose);

  const send = (message: object) => {
    timeouts.touch();
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
      timeouts.after(GO_AWAY_GRACE_MS, () => goingAway(webSocket));
    },
  };
}
