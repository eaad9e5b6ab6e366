import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyWebsocketEventV2,
} from "aws-lambda";

type Route = "$connect" | "$disconnect" | "$default";

/** The event API Gateway makes of a socket's life, or of a message when there is a body. */
export const webSocketEvent = (
  connectionId: string,
  routeKey: Route,
  body?: string,
): APIGatewayProxyWebsocketEventV2 => ({
  requestContext: {
    connectionId,
    routeKey,
    messageId: "m",
    eventType: routeKey === "$connect" ? "CONNECT" : routeKey === "$disconnect" ? "DISCONNECT" : "MESSAGE",
    extendedRequestId: "r",
    requestTime: "",
    messageDirection: "IN",
    stage: "ws",
    connectedAt: 0,
    requestTimeEpoch: 0,
    requestId: "r",
    domainName: "test",
    apiId: "test",
  },
  isBase64Encoded: false,
  ...(body !== undefined && { body }),
});

/** The HTTP API's event (payload 2.0); with claims, as its JWT authorizer passes them on. */
export function httpEvent(
  method: string,
  path: string,
  options: { body?: string; claims?: Record<string, string> } = {},
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer {
  const { body, claims } = options;
  const http = { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" };
  const event = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    headers: { "content-type": "application/json" },
    requestContext: {
      accountId: "123456789012",
      apiId: "test",
      domainName: "test",
      domainPrefix: "test",
      http,
      requestId: "r",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
  if (!claims) return event;
  const authorizer = { principalId: "", integrationLatency: 0, jwt: { claims, scopes: [] } };
  return { ...event, requestContext: { ...event.requestContext, authorizer } };
}
