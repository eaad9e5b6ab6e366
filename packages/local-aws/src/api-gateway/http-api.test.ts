import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { HTTP_ROUTES } from "@lectern/session-api/contract";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type CryptoKey, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createClock } from "../clock.ts";
import { listen } from "../http/server.ts";
import { loadSigningKey, type SigningKey } from "../iam/signing-key.ts";
import { createRefusalCounts } from "../refusal-counts.ts";
import { createStorage } from "../storage/storage.ts";
import { createHttpApi } from "./http-service.ts";
import { createJwtAuthorizer } from "./jwt-authorizer.ts";

const ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi";
const CLIENT_ID = "1client";

const clock = createClock();
const closers: (() => unknown)[] = [];
let api: string;
let signing: SigningKey;

/** Answers with the event it was given; what it does instead is named in the query. */
async function echo(event: APIGatewayProxyEventV2) {
  if (event.rawQueryString === "throw") throw new Error("as asked");
  const headers = { "content-type": "application/json", "access-control-allow-origin": "https://example.com" };
  return { statusCode: 201, headers, body: JSON.stringify(event) };
}

beforeAll(async () => {
  signing = await loadSigningKey(createStorage(undefined), "test-key");
  const jwks = JSON.stringify({ keys: [{ ...signing.publicJwk, kid: "k1" }] });
  const pool = createServer((_, response) => response.end(jwks)).listen(0, "127.0.0.1");
  const server = await listen(0, clock);
  closers.push(
    () => pool.close(),
    () => server.close(),
    () => clock.clear(),
  );
  const authorizer = createJwtAuthorizer({
    clock,
    issuer: ISSUER,
    clientId: CLIENT_ID,
    jwksUri: `http://127.0.0.1:${(pool.address() as AddressInfo).port}/`,
  });
  server.route([createHttpApi({ clock, handlers: { http: echo }, authorizer, refusals: createRefusalCounts() })]);
  api = `http://127.0.0.1:${server.port}/api`;
});
afterAll(() => Promise.all(closers.map((close) => close())));

interface TokenOptions {
  claims?: Record<string, unknown>;
  issuer?: string;
  expiresAt?: number;
  key?: CryptoKey;
}
const seconds = (ms: number) => Math.floor(ms / 1000);
const token = ({ claims = { client_id: CLIENT_ID }, issuer = ISSUER, expiresAt, key }: TokenOptions = {}) =>
  new SignJWT({ sub: "user", "cognito:groups": ["a", "b"], ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "k1" })
    .setIssuer(issuer)
    .setIssuedAt(seconds(clock.now()))
    .setExpirationTime(seconds(expiresAt ?? clock.now() + 3_600_000))
    .sign(key ?? signing.privateKey);

const get = (path: string, headers: Record<string, string> = {}) => fetch(api + path, { headers });
const authorized = async (options?: TokenOptions) =>
  get("/sessions", { authorization: `Bearer ${await token(options)}` });

test("hands a request on as payload 2.0, without the stage's prefix", async () => {
  const response = await get("/sessions/four-word-code?a=1&a=2&constructor=c", { "x-own": "header" });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    version: "2.0",
    routeKey: "GET /sessions/{code}",
    rawPath: "/sessions/four-word-code",
    rawQueryString: "a=1&a=2&constructor=c",
    queryStringParameters: { a: "1,2", constructor: "c" },
    pathParameters: { code: "four-word-code" },
    headers: { "x-own": "header" },
    isBase64Encoded: false,
    requestContext: { stage: "$default", routeKey: "GET /sessions/{code}", http: { method: "GET" } },
  });
});

test.each(Object.values(HTTP_ROUTES))("has the route $method $path", async ({ method, path, signedIn }) => {
  const url = api + path.replace("{code}", "four-word-code");
  expect((await fetch(url, { method })).status).toBe(signedIn ? 401 : 201);
  const answer = await fetch(url, { method, headers: { authorization: `Bearer ${await token()}` } });
  expect(await answer.json()).toMatchObject({ routeKey: `${method} ${path}` });
});

test("hands the claims on as text", async () => {
  const { requestContext } = (await (await authorized()).json()) as { requestContext: Record<string, unknown> };
  expect(requestContext.authorizer).toMatchObject({
    jwt: { claims: { sub: "user", client_id: CLIENT_ID, "cognito:groups": "[a b]", exp: expect.any(String) } },
  });
});

test("takes id tokens (aud) and access tokens (client_id) alike", async () => {
  expect((await authorized({ claims: { aud: CLIENT_ID } })).status).toBe(201);
  expect((await authorized({ claims: { client_id: CLIENT_ID } })).status).toBe(201);
});

test("refuses a missing, foreign, expired or forged token", async () => {
  const forged = await generateKeyPair("RS256");
  const responses = [
    await get("/sessions"),
    await get("/sessions", { authorization: "Bearer nonsense" }),
    await authorized({ claims: { client_id: "another" } }),
    await authorized({ claims: { aud: "another", client_id: CLIENT_ID } }),
    await authorized({ issuer: `${ISSUER}x` }),
    await authorized({ expiresAt: clock.now() - 1000 }),
    await authorized({ key: forged.privateKey }),
  ];
  for (const response of responses) {
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: "Unauthorized" });
  }
});

test("judges expiry by the stand-in's clock", async () => {
  const authorization = `Bearer ${await token()}`;
  expect((await get("/sessions", { authorization })).status).toBe(201);
  clock.advance(3_600_001);
  expect((await get("/sessions", { authorization })).status).toBe(401);
});

test("answers preflights itself, and replaces what a handler says of CORS", async () => {
  const preflight = await fetch(`${api}/sessions`, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:5173", "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  expect(preflight.headers.get("access-control-allow-methods")).toBe("DELETE,GET,PATCH,POST");
  expect(preflight.headers.get("access-control-max-age")).toBe("600");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  const fromPage = await get("/health", { origin: "http://localhost:5173" });
  expect(fromPage.headers.get("access-control-allow-origin")).toBe("*");
  expect((await get("/health")).headers.get("access-control-allow-origin")).toBeNull();
  expect((await get("/sessions", { origin: "http://x" })).headers.get("access-control-allow-origin")).toBe("*");
});

test("answers 404 itself for what is no route", async () => {
  for (const path of ["", "/", "/nothing", "/sessions/", "/sessions/a/b", "/toString"]) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    expect(await response.json()).toEqual({ message: "Not Found" });
  }
});

test("answers 500 for a handler that fails", async () => {
  const reported = vi.spyOn(console, "error").mockImplementation(() => {});
  const failed = await get("/health?throw");
  expect(failed.status).toBe(500);
  expect(await failed.json()).toEqual({ message: "Internal Server Error" });
  expect(reported).toHaveBeenCalledOnce();
  reported.mockRestore();
});
