import type { WebSocket } from "ws";
import type { MovableClock } from "../clock.ts";

/** Whether ws closed a socket because a message was over its `maxPayload`: it says so in an error event, and nowhere else. */
export const isTooLarge = (error: Error): boolean =>
  "code" in error && error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";

/** AWS's way of ending a socket that has done nothing wrong. */
export const goingAway = (webSocket: WebSocket): void => webSocket.close(1001, "Going away");

interface Timeouts {
  clock: MovableClock;
  /** Without traffic. */
  idleMs: number;
  /** In all, whatever the traffic. */
  lifeMs: number;
}

export interface SocketTimeouts {
  /** There was traffic. */
  touch(): void;
  lastActiveAt(): number;
  /** Calls back later, unless the socket closes before. */
  after(ms: number, callback: () => void): void;
}

/** Closes the socket when it is idle for too long, and at the end of its life. */
export function limitDuration(webSocket: WebSocket, { clock, idleMs, lifeMs }: Timeouts): SocketTimeouts {
  let lastActiveAt = clock.now();
  const cancels = new Set<() => void>();
  const after = (ms: number, callback: () => void) => {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      callback();
    });
    cancels.add(cancel);
  };
  const watchIdle = () =>
    after(lastActiveAt + idleMs - clock.now(), () => {
      if (clock.now() - lastActiveAt >= idleMs) goingAway(webSocket);
      else watchIdle();
    });
  watchIdle();
  after(lifeMs, () => goingAway(webSocket));
  webSocket.on("close", () => {
    for (const cancel of cancels) cancel();
  });
  return {
    touch() {
      lastActiveAt = clock.now();
    },
    lastActiveAt: () => lastActiveAt,
    after,
  };
}
