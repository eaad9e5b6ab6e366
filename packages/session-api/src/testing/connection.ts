import { expect } from "vitest";
import { WebSocket } from "ws";
import {
  connectSession,
  type SessionConnection,
  type SessionConnectionOptions,
  type SessionEvent,
} from "../client/index.ts";
import type { ServerMessage, Session } from "../contract/index.ts";
import { exampleSession, type ServerSocket, type SocketServer } from "./socket-server.ts";

/** Timers that run at once when the test says so, by their delay. */
function createTimers() {
  const timers = new Map<object, { run: () => void; delayMs: number }>();
  return {
    setTimer(run: () => void, delayMs: number) {
      const timer = {};
      timers.set(timer, { run, delayMs });
      return () => void timers.delete(timer);
    },
    delays: () => [...timers.values()].map(({ delayMs }) => delayMs),
    fire(delayMs: number) {
      for (const [timer, entry] of timers) {
        if (entry.delayMs !== delayMs) continue;
        timers.delete(timer);
        entry.run();
      }
    },
  };
}

export interface Connected {
  connection: SessionConnection;
  events: SessionEvent[];
  timers: ReturnType<typeof createTimers>;
  count(type: SessionEvent["type"]): number;
}

export const SERVER_AHEAD_MS = 5000;

/** A connection whose time stands still at 1,000 and whose jitter is always half. */
export function connect(
  { server, signal }: { server: SocketServer; signal: AbortSignal },
  options: Partial<SessionConnectionOptions> = {},
  steadyNow = () => 0,
): Connected {
  const timers = createTimers();
  const events: SessionEvent[] = [];
  const connection = connectSession({
    webSocketUrl: server.url,
    role: "listener",
    code: "one-two-three-four",
    signal,
    environment: { WebSocket, now: () => 1000, steadyNow, random: () => 0.5, ...timers },
    ...options,
  });
  connection.subscribe((event) => events.push(event));
  return { connection, events, timers, count: (type) => events.filter((event) => event.type === type).length };
}

export const snapshot = (changes: Partial<Session> = {}): ServerMessage => ({
  type: "session",
  session: exampleSession(changes),
  serverTime: 1000 + SERVER_AHEAD_MS,
});
export const seat: ServerMessage = {
  type: "seat",
  channelArn: "arn",
  wssEndpoint: "wss://v",
  httpsEndpoint: "https://r",
  clientId: "s-1",
  seatSecret: "a".repeat(32),
  slot: 0,
};
export const channels = (channelArn: string): ServerMessage => ({
  type: "channels",
  channels: [{ channelArn, wssEndpoint: "wss://m", httpsEndpoint: "https://r" }],
  macKey: btoa("k".repeat(32)),
});
export const refusal = (code: Extract<ServerMessage, { type: "error" }>["code"]): ServerMessage => ({
  type: "error",
  code,
  message: "",
});

/** Accepts the next socket, reads its hello and answers it. */
export async function welcome(server: SocketServer, changes: Partial<Session> = {}): Promise<ServerSocket> {
  const socket = await server.accept();
  await socket.next();
  socket.send(snapshot(changes));
  return socket;
}

export const seen = ({ count }: Connected, type: SessionEvent["type"], times = 1): Promise<void> =>
  expect.poll(() => count(type)).toBeGreaterThanOrEqual(times);
