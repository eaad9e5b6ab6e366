import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import { WEB_SOCKET_THROTTLE } from "@lectern/session-api/contract";
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock, type MovableClock } from "../clock.ts";
import { type HttpServer, listen } from "../http/server.ts";
import { createAuthenticator } from "../iam/authenticator.ts";
import { createCredentialStore } from "../iam/credential-store.ts";
import { createRoles, type NamedRole, roleSession } from "../iam/roles.ts";
import { ACCOUNT, REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import { createRefusalCounts } from "../refusal-counts.ts";
import { openSocket, refusalOf } from "../testing/sockets.ts";
import { createWebSocketApi, type WebSocketApi } from "./web-socket-service.ts";

let clock: MovableClock;
let server: HttpServer;
let api: WebSocketApi;
let events: APIGatewayProxyWebsocketEventV2[];
let client: (role: NamedRole) => ApiGatewayManagementApiClient;

const roles = createRoles(
  {
    region: REGION,
    account: ACCOUNT,
    environmentName: "local",
    identityPoolId: `${REGION}:pool`,
    tableArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t",
    webSocketApiArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${WEB_SOCKET_API_ID}`,
  },
  { withdrawnRoles: [], removedActions: [], addedActions: [] },
);

async function handler(event: APIGatewayProxyWebsocketEventV2) {
  events.push(event);
  const { eventType } = event.requestContext;
  const { mode } = (event as { queryStringParameters?: { mode?: string } }).queryStringParameters ?? {};
  if (event.body === "throw" || (eventType === "CONNECT" && mode === "throw")) throw new Error("as asked");
  return { statusCode: mode === "refuse" ? 401 : 200 };
}

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  events = [];
  clock = createClock();
  const credentials = createCredentialStore(clock);
  server = await listen(0, clock);
  const authenticator = createAuthenticator({ clock, credentials, region: REGION });
  api = createWebSocketApi({
    ...{ clock, handlers: { webSocket: handler }, authenticator, refusals: createRefusalCounts() },
    beforeMessage: async () => {},
  });
  server.route([api.service]);
  client = (role) =>
    new ApiGatewayManagementApiClient({
      region: REGION,
      endpoint: `http://127.0.0.1:${server.port}/ws`,
      credentials: credentials.issue(roleSession(role, ACCOUNT, "test"), 3_600_000),
      maxAttempts: 1,
    });
});
afterEach(async () => {
  await api.service.close?.();
  await server.close();
  clock.clear();
  vi.restoreAllMocks();
});

const open = (query = "") => openSocket(`ws://127.0.0.1:${server.port}/ws${query}`);
const connectionId = () => events[0]?.requestContext.connectionId ?? "";
const event = (eventType: string) =>
  expect.poll(() => events.map(({ requestContext }) => requestContext.eventType)).toContain(eventType);

test("tells the handler of connect, message and disconnect in API Gateway's shape", async () => {
  const socket = await open();
  socket.send({ action: "ping" });
  await event("MESSAGE");
  socket.raw.close(4000, "enough");
  await event("DISCONNECT");
  const [connect, message, disconnect] = events;
  expect(connect?.requestContext).toMatchObject({ routeKey: "$connect", stage: "ws", apiId: WEB_SOCKET_API_ID });
  expect(connectionId()).toMatch(/^[\w-]{15}=$/);
  expect(message).toMatchObject({
    body: '{"action":"ping"}',
    isBase64Encoded: false,
    requestContext: { routeKey: "$default", connectionId: connectionId(), messageDirection: "IN" },
  });
  expect(disconnect?.requestContext).toMatchObject({
    routeKey: "$disconnect",
    connectionId: connectionId(),
    disconnectStatusCode: 4000,
    disconnectReason: "enough",
  });
});

test("refuses the upgrade when $connect refuses or fails", async () => {
  const url = `ws://127.0.0.1:${server.port}/ws`;
  expect((await refusalOf(`${url}?mode=refuse`)).status).toBe(401);
  expect((await refusalOf(`${url}?mode=throw`)).status).toBe(502);
  expect((await refusalOf(`${url}/else`)).status).toBe(403);
});

test("tells the client when the handler fails, and goes on", async () => {
  const socket = await open();
  socket.send("throw");
  const told = await socket.received({ message: "Internal server error" });
  expect(told).toEqual({
    message: "Internal server error",
    connectionId: connectionId(),
    requestId: expect.any(String),
  });
  expect(socket.raw.readyState).toBe(socket.raw.OPEN);
});

test("lets the handlers' role post to, look at and close a socket", async () => {
  const socket = await open();
  const handlers = client(roles.handlers);
  const ConnectionId = connectionId();
  await handlers.send(new PostToConnectionCommand({ ConnectionId, Data: '{"type":"hello"}' }));
  await socket.received({ type: "hello" });
  const { ConnectedAt, Identity } = await handlers.send(new GetConnectionCommand({ ConnectionId }));
  expect(ConnectedAt?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(Identity?.SourceIp).toBe("127.0.0.1");
  await handlers.send(new DeleteConnectionCommand({ ConnectionId }));
  expect(await socket.closed).toBe(1000);
  await event("DISCONNECT");
  await expect(handlers.send(new PostToConnectionCommand({ ConnectionId, Data: "late" }))).rejects.toMatchObject({
    name: "GoneException",
    $metadata: { httpStatusCode: 410 },
  });
});

test("refuses @connections to other roles and to the unsigned", async () => {
  await open();
  const ConnectionId = connectionId();
  for (const role of [roles.guest, roles.speaker]) {
    const post = client(role).send(new PostToConnectionCommand({ ConnectionId, Data: "x" }));
    await expect(post).rejects.toMatchObject({ name: "AccessDeniedException", $metadata: { httpStatusCode: 403 } });
  }
  const path = `/ws/@connections/${encodeURIComponent(ConnectionId)}`;
  const unsigned = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: "POST", body: "x" });
  expect(unsigned.status).toBe(403);
});

test("throttles messages as deployed, and says so to the socket", async () => {
  const socket = await open();
  const handled = () => events.filter(({ requestContext }) => requestContext.eventType === "MESSAGE").length;
  const { burstLimit } = WEB_SOCKET_THROTTLE;
  for (let sent = 0; sent < 2 * burstLimit; sent++) socket.raw.send("x");
  await socket.received({ message: "Too Many Requests" });
  await expect.poll(() => handled() + socket.frames.length).toBe(2 * burstLimit);
  expect(handled()).toBeGreaterThanOrEqual(burstLimit - 1);
  clock.advance(2000);
  const before = handled();
  socket.raw.send("x");
  await expect.poll(handled).toBe(before + 1);
});
