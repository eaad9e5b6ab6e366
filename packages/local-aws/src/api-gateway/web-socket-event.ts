import { randomUUID } from "node:crypto";
import type { WEB_SOCKET_ROUTES } from "@lectern/session-api/contract";
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import { requestTime } from "./http-event.ts";

/** The path `/ws` stands for host and stage together: `https://<domain>/<stage>` on AWS. */
export const STAGE = "ws";

export interface WebSocketEventParts {
  eventType: "CONNECT" | "MESSAGE" | "DISCONNECT";
  connectionId: string;
  connectedAt: number;
  now: number;
  requestId: string;
  sourceIp: string;
  userAgent: string;
  body?: string;
  /** CONNECT only. */
  headers?: Readonly<Record<string, string>>;
  /** CONNECT only, undecoded. */
  query?: string;
  /** DISCONNECT only. */
  disconnect?: { code: number; reason: string };
}

const routeKeys: Record<WebSocketEventParts["eventType"], (typeof WEB_SOCKET_ROUTES)[number]> = {
  CONNECT: "$connect",
  MESSAGE: "$default",
  DISCONNECT: "$disconnect",
};

/** What API Gateway hands a WebSocket API's integration. Only `$default` takes messages, so `messageId` is the sole difference among them. */
export function webSocketEvent(parts: WebSocketEventParts): APIGatewayProxyWebsocketEventV2 {
  const { eventType, now, requestId, connectionId, connectedAt, sourceIp, userAgent, disconnect } = parts;
  const requestContext = {
    routeKey: routeKeys[eventType],
    eventType,
    extendedRequestId: requestId,
    requestTime: requestTime(now),
    messageDirection: "IN" as const,
    stage: STAGE,
    connectedAt,
    requestTimeEpoch: now,
    identity: { sourceIp, userAgent },
    requestId,
    domainName: `${WEB_SOCKET_API_ID}.execute-api.${REGION}.amazonaws.com`,
    connectionId,
    apiId: WEB_SOCKET_API_ID,
    messageId: randomUUID(),
    ...(disconnect && { disconnectStatusCode: disconnect.code, disconnectReason: disconnect.reason }),
  };
  const query = parts.query ? Object.fromEntries(new URLSearchParams(parts.query)) : undefined;
  return {
    requestContext,
    isBase64Encoded: false,
    ...(parts.body !== undefined && { body: parts.body }),
    ...(parts.headers && { headers: { ...parts.headers } }),
    ...(query && { queryStringParameters: query }),
  };
}
