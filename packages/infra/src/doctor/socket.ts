import { type ClientMessage, type ServerMessage, serverMessageSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import { WebSocket } from "ws";

const TIMEOUT_MS = 10_000;

/** A socket of the session API. */
export interface ApiSocket {
  send(message: ClientMessage): void;
  /** The next message of a type, received already or yet to come. @throws Error when an `error` comes instead, or the socket closes */
  next<T extends ServerMessage["type"]>(type: T): Promise<Extract<ServerMessage, { type: T }>>;
  close(): void;
}

/** The status a WebSocket URL answers with: 101 when it opens. */
export const upgradeStatus = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { handshakeTimeout: TIMEOUT_MS });
    socket.once("open", () => {
      resolve(101);
      socket.close();
    });
    socket.once("unexpected-response", (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.once("error", reject);
  });

export async function openSocket(url: string): Promise<ApiSocket> {
  const socket = new WebSocket(url, { handshakeTimeout: TIMEOUT_MS });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
  const messages: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  const notify = () => {
    for (const look of waiting) look();
  };
  socket.on("message", (data) => {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), serverMessageSchema), String(data));
    if (parsed.success) messages.push(parsed.output);
    notify();
  });
  socket.on("close", notify);

  return {
    send: (message) => socket.send(JSON.stringify(message)),
    next: (type) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          act();
        };
        const look = () => {
          const at = messages.findIndex((message) => message.type === type || message.type === "error");
          const [found] = at < 0 ? [] : messages.splice(at, 1);
          if (found?.type === type) settle(() => resolve(found as Extract<ServerMessage, { type: typeof type }>));
          else if (found?.type === "error") settle(() => reject(new Error(`${found.code}: ${found.message}`)));
          else if (socket.readyState === WebSocket.CLOSED) settle(() => reject(new Error("the socket was closed")));
        };
        const timer = setTimeout(
          () => settle(() => reject(new Error(`no “${type}” within ${TIMEOUT_MS / 1000} s`))),
          TIMEOUT_MS,
        );
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
}
