import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { ClientMessage, ConfigResponse, ServerMessage, Session } from "../contract/index.ts";
import { listen } from "./listen.ts";

/** One client's socket as its server sees it. Messages are read in order, each awaited. */
export interface ServerSocket {
  next(): Promise<ClientMessage>;
  /** Nothing unread. */
  isQuiet(): boolean;
  send(message: ServerMessage | string): void;
  /** As when the server or the network fails: no close frame. */
  cut(): void;
  isOpen(): boolean;
  closed: Promise<void>;
}

export interface SocketServer {
  url: string;
  /** The next client that connects. */
  accept(): Promise<ServerSocket>;
  close(): Promise<void>;
}

/** A queue whose reader waits. */
function createQueue<T>() {
  const items: T[] = [];
  const readers: ((item: T) => void)[] = [];
  return {
    items,
    push(item: T) {
      const reader = readers.shift();
      if (reader) reader(item);
      else items.push(item);
    },
    next: (): Promise<T> => {
      const item = items.shift();
      return item !== undefined ? Promise.resolve(item) : new Promise((resolve) => readers.push(resolve));
    },
  };
}

function toServerSocket(socket: WebSocket): ServerSocket {
  const inbox = createQueue<ClientMessage>();
  socket.on("message", (data) => inbox.push(JSON.parse(String(data))));
  return {
    next: inbox.next,
    isQuiet: () => inbox.items.length === 0,
    send: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    cut: () => socket.terminate(),
    isOpen: () => socket.readyState === socket.OPEN,
    closed: new Promise((resolve) => socket.on("close", () => resolve())),
  };
}

/** A real WebSocket server on a free port, driven by the test. */
export async function startSocketServer(): Promise<SocketServer> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const clients = createQueue<ServerSocket>();
  sockets.on("connection", (socket) => clients.push(toServerSocket(socket)));
  const { url, close } = await listen(server);
  return {
    url: url.replace("http", "ws"),
    accept: clients.next,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await close();
    },
  };
}

export const exampleSession = (changes: Partial<Session> = {}): Session => ({
  id: "1".repeat(32),
  code: "one-two-three-four",
  title: "A talk",
  status: "waiting",
  rev: 1,
  createdAt: 1,
  liveAt: null,
  endedAt: null,
  hosted: false,
  ...changes,
});

export const exampleConfig: Omit<ConfigResponse, "version" | "serverTime"> = {
  signUp: "closed",
  providers: [],
  passwordPolicy: {
    minimumLength: 12,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: false,
  },
};
