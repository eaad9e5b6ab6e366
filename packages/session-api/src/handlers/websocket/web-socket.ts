import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { type ClientMessage, clientMessageSchema } from "../../contract/index.ts";
import { notifyHostOfListenersSoon, removeConnection } from "../notify.ts";
import { parseInput, toRefusal } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import { gone, host, mastering } from "./host.ts";
import { join, leave, seat } from "./listener.ts";
import { ping } from "./ping.ts";

const DONE: APIGatewayProxyResultV2 = { statusCode: 200 };

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
      await resources.sockets.send(connectionId, { type: "error", ...toRefusal(error) });
    }
    return DONE;
  };
}
