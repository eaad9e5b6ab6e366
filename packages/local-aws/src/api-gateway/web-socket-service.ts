import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import { WEB_SOCKET_THROTTLE } from "@lectern/session-api/contract";
import type { Handlers } from "@lectern/session-api/handlers";
import { type WebSocket, WebSocketServer } from "ws";
import type { MovableClock } from "../clock.ts";
import { AwsError, type ClosableService, Dropped, type Upgrade } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { createTokenBucket } from "../rate-limit.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import { type Connection, createConnection, createConnectionId } from "./connection.ts";
import { handleConnections, isConnectionsPath } from "./connections-api.ts";
import { type WebSocketEventParts, webSocketEvent } from "./web-socket-event.ts";

/** Of all its frames together. */
const MAX_MESSAGE_BYTES = 128 * 1024;
const NAME = "web-socket-api";

export interface WebSocketApi {
  service: ClosableService;
  connections(): readonly Connection[];
}

interface Dependencies {
  clock: MovableClock;
  handlers: Pick<Handlers, "webSocket">;
  authenticator: Authenticator;
  refusals: RefusalCounts;
  /** Called before a message is handed to its handler. @throws Dropped when it is to be lost */
  beforeMessage(): Promise<void>;
}

type Request = Pick<WebSocketEventParts, "connectionId" | "connectedAt" | "sourceIp" | "userAgent">;

const isRefusal = (result: unknown): result is { statusCode: number } =>
  typeof result === "object" &&
  result !== null &&
  "statusCode" in result &&
  typeof result.statusCode === "number" &&
  (result.statusCode < 200 || result.statusCode > 299);

/** A WebSocket API: $connect, $disconnect, $default, and `@connections`. */
export function createWebSocketApi(dependencies: Dependencies): WebSocketApi {
  const { clock, handlers, authenticator, refusals, beforeMessage } = dependencies;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, clientTracking: false });
  const connections = new Map<string, Connection>();
  /** Of sockets and messages together. */
  const throttle = createTokenBucket(clock, WEB_SOCKET_THROTTLE);
  let closing = false;

  const invoke = (request: Request, parts: Omit<WebSocketEventParts, keyof Request | "now">) =>
    handlers.webSocket(webSocketEvent({ ...request, ...parts, now: clock.now() }));

  const onMessage = async (request: Request, connection: Connection, body: string): Promise<void> => {
    const requestId = randomUUID();
    const { id: connectionId } = connection;
    /** That AWS words a throttled message as it does a failed one is an assumption. */
    const tell = (message: string) => {
      if (connections.has(connectionId)) connection.send(JSON.stringify({ message, connectionId, requestId }));
    };
    if (!throttle.take()) {
      refusals.count(`${NAME}:TooManyRequests`);
      return tell("Too Many Requests");
    }
    try {
      await beforeMessage();
      await invoke(request, { eventType: "MESSAGE", requestId, body });
    } catch (error) {
      if (error instanceof Dropped) return;
      refusals.count(`${NAME}:InternalServerError`);
      // What a tester asked for is no news.
      if (!(error instanceof AwsError)) console.error("local-aws: the session API's WebSocket handler failed", error);
      tell("Internal server error");
    }
  };

  const onClose = async (request: Request, code: number, reason: string): Promise<void> => {
    connections.delete(request.connectionId);
    if (closing) return;
    try {
      await invoke(request, { eventType: "DISCONNECT", requestId: randomUUID(), disconnect: { code, reason } });
    } catch (error) {
      console.error("local-aws: the session API's $disconnect handler failed", error);
    }
  };

  const open = (request: Request, webSocket: WebSocket, raw: Duplex) => {
    const connection: Connection = createConnection({
      clock,
      webSocket,
      raw,
      id: request.connectionId,
      ...request,
      // Not one after the other: each message is its own Lambda invocation on AWS.
      onMessage: (text) => void onMessage(request, connection, text),
      onRefused: (what) => refusals.count(`${NAME}:${what}`),
      onClose: (code, reason) => void onClose(request, code, reason),
    });
    connections.set(connection.id, connection);
  };

  const connect = async ({ request, incoming, socket, head, refuse }: Upgrade): Promise<void> => {
    if (!throttle.take()) return refuse(new AwsError("TooManyRequests", "Too Many Requests", 429));
    const connection: Request = {
      connectionId: createConnectionId(),
      connectedAt: clock.now(),
      sourceIp: "127.0.0.1",
      userAgent: request.headers["user-agent"] ?? "",
    };
    const { headers, query, requestId } = request;
    try {
      const result = await invoke(connection, { eventType: "CONNECT", requestId, headers, query });
      if (isRefusal(result)) return refuse({ status: result.statusCode });
    } catch (error) {
      console.error("local-aws: the session API's $connect handler failed", error);
      return refuse({ status: 502, body: JSON.stringify({ message: "Internal server error" }) });
    }
    server.handleUpgrade(incoming, socket, head, (webSocket) => open(connection, webSocket, socket));
  };

  return {
    connections: () => [...connections.values()],
    service: {
      name: NAME,
      protocol: "rest-json",
      claims: ({ path }) => isConnectionsPath(path),
      handle: async (request) => handleConnections({ authenticator, connections }, request),
      upgrades: {
        "/ws": async (upgrade) => {
          if (upgrade.request.path === "/ws" || upgrade.request.path === "/ws/") await connect(upgrade);
          else upgrade.refuse({ status: 403, body: JSON.stringify({ message: "Forbidden" }) });
        },
      },
      async close() {
        closing = true;
        for (const connection of connections.values()) connection.cut();
      },
    },
  };
}
