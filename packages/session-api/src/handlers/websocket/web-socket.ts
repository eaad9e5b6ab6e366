import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import * as v from "valibot";
import { type ClientMessage, clientMessageSchema, MAX_MESSAGE_BYTES } from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import { forgetConnection, listenersChanged } from "../announce.ts";
import type { Context } from "../context.ts";
import { toRefusal } from "../errors.ts";
import type { ConnectionItem } from "../store/connections.ts";
import { createVerifyAccessToken, type VerifyAccessToken } from "./access-token.ts";
import { gone, host, mastering } from "./host.ts";
import { join, leave, seat } from "./listener.ts";
import { ping } from "./ping.ts";

const DONE: APIGatewayProxyResultV2 = { statusCode: 200 };

function parse(body: string | undefined): ClientMessage {
  if (Buffer.byteLength(body ?? "") > MAX_MESSAGE_BYTES) {
    throw new SessionApiError("too-large", "The message is too large.");
  }
  try {
    return v.parse(clientMessageSchema, JSON.parse(body ?? ""));
  } catch (cause) {
    throw new SessionApiError("bad-request", "The message does not fit its schema.", { cause });
  }
}

/** A connection that has entered no session, or whose session was deleted. */
async function entered(context: Context, connectionId: string): Promise<ConnectionItem> {
  const connection = await context.connections.find(connectionId);
  if (!connection) throw new SessionApiError("session-not-found", "This connection has entered no session.");
  return connection;
}

async function dispatch(
  context: Context,
  verifyAccessToken: VerifyAccessToken,
  connectionId: string,
  message: ClientMessage,
): Promise<void> {
  switch (message.action) {
    case "host":
      return host(context, verifyAccessToken, connectionId, message);
    case "join":
      return join(context, connectionId, message);
  }
  const connection = await entered(context, connectionId);
  switch (message.action) {
    case "mastering":
      return mastering(context, connectionId, connection.sessionId, message);
    case "gone":
      return gone(context, connectionId, connection.sessionId, message);
    case "seat":
      return seat(context, connection);
    case "leave":
      return leave(context, connection);
    case "ping":
      return ping(context, connection);
  }
}

/** The WebSocket API's one handler. It answers by `@connections`; what it returns only says that the message was handled. */
export function createWebSocket(context: Context) {
  const verifyAccessToken = createVerifyAccessToken(context.environment);
  return async (event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2> => {
    const { connectionId, routeKey } = event.requestContext;
    try {
      if (routeKey === "$connect") return DONE;
      if (routeKey === "$disconnect") {
        const sessionId = await forgetConnection(context, connectionId);
        if (sessionId) await listenersChanged(context, sessionId);
        return DONE;
      }
      await dispatch(context, verifyAccessToken, connectionId, parse(event.body));
    } catch (error) {
      await context.sockets.send(connectionId, { type: "error", ...toRefusal(error) });
    }
    return DONE;
  };
}
