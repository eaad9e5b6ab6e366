import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { type ApiErrorCode, type ClientMessage, clientMessageSchema } from "../../contract/index.ts";
import { notifyHostOfListenersSoon, removeConnection } from "../notify.ts";
import { parseInput, toRefusal } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import { gone, host, mastering } from "./host.ts";
import { join, leave, seat } from "./listener.ts";
import { ping } from "./ping.ts";

const DONE: APIGatewayProxyResultV2 = { statusCode: 200 };

/** So often a socket is told that what it sent is wrong; then it is closed. */
const ERRORS_AT_MOST = 20;

/** Whether no page of ours causes this again and again: others come of what other people do, or of AWS. */
const isSendersFault: Record<ApiErrorCode, boolean> = {
  "bad-request": true,
  unauthorized: true,
  forbidden: true,
  "session-not-found": true,
  "not-host": true,
  "too-large": true,
  "code-taken": false,
  "too-many-sessions": false,
  "session-not-live": false,
  full: false,
  "already-hosted": false,
  "seat-lost": false,
  throttled: false,
  unavailable: false,
};

/** Tells the socket, and ends it when that was too often. */
async function answerError(resources: Resources, connectionId: string, error: unknown): Promise<void> {
  const refusal = toRefusal(error);
  await resources.sockets.send(connectionId, { type: "error", ...refusal });
  if (!isSendersFault[refusal.code]) return;
  const errors = await resources.connections.countError(connectionId, resources.environment.now());
  if (errors >= ERRORS_AT_MOST) await resources.sockets.close(connectionId);
}

async function dispatch(resources: Resources, connectionId: string, message: ClientMessage): Promise<void> {
  switch (message.action) {
    case "host":
      return host(resources, connectionId, message);
    case "join":
      return join(resources, connectionId, message);
  }
  const connection = await resources.connections.find(connectionId);
  if (!connection) return void (await resources.sockets.send(connectionId, { type: "not-entered" }));
  switch (message.action) {
    case "mastering":
      return mastering(resources, connectionId, connection.sessionId, message);
    case "gone":
      return gone(resources, connectionId, connection.sessionId, message);
    case "seat":
      return seat(resources, connection);
    case "leave":
      return leave(resources, connection);
    case "ping":
      return ping(resources, connection);
  }
}

/** The handler of all routes of the WebSocket API. It answers by `@connections`; its result says only that the message was handled. */
export function createWebSocket(resources: Resources) {
  return async (event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2> => {
    const { connectionId, routeKey } = event.requestContext;
    try {
      if (routeKey === "$connect") return DONE;
      if (routeKey === "$disconnect") {
        const sessionId = await removeConnection(resources, connectionId);
        if (sessionId) await notifyHostOfListenersSoon(resources, sessionId);
        return DONE;
      }
      await dispatch(resources, connectionId, parseInput(clientMessageSchema, event.body));
    } catch (error) {
      await answerError(resources, connectionId, error).catch(toRefusal);
    }
    return DONE;
  };
}
