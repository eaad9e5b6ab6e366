import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isRetryable } from "../errors.ts";
import { listen } from "../testing/listen.ts";
import { exampleConfig, exampleSession } from "../testing/socket-server.ts";
import { createSessionApi, SessionApiError, type SessionApiErrorCode } from "./index.ts";

let url: string;
let close: () => Promise<void>;
let answer: { status: number; body: unknown };
let request: {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
};

beforeAll(async () => {
  const server = createServer(async (incoming, response) => {
    let body = "";
    for await (const chunk of incoming) body += chunk;
    request = { method: incoming.method, url: incoming.url, headers: incoming.headers, body };
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  ({ url, close } = await listen(server));
});
afterAll(() => close());
beforeEach(() => {
  answer = { status: 200, body: { session: exampleSession(), sessions: [exampleSession()], serverTime: 9000 } };
});

const api = () => createSessionApi({ httpApiUrl: `${url}/api/`, accessToken: async () => "token" });

test.each(["..", ".", "a", "\ud800", "a/b", "%2e%2e"])(
  "sends no request for the code %j, which no session can have",
  async (code) => {
    const { getSession, patchSession, deleteSession } = createSessionApi({ httpApiUrl: "http://127.0.0.1:1" });
    for (const asked of [getSession(code), patchSession(code, {}), deleteSession(code)])
      await expect(asked).rejects.toMatchObject({ code: "session-not-found" });
  },
);

test("makes each request as the contract has it", async () => {
  const { createSession, listSessions, getSession, patchSession, deleteSession } = api();
  const authorization = "Bearer token";
  expect(await createSession({ title: "A talk" })).toEqual(exampleSession());
  expect(request).toMatchObject({
    method: "POST",
    url: "/api/sessions",
    headers: { authorization },
    body: '{"title":"A talk"}',
  });
  expect(await listSessions()).toEqual([exampleSession()]);
  expect(request).toMatchObject({ method: "GET", url: "/api/sessions", headers: { authorization } });
  expect(await getSession("One-Two-Three")).toEqual(exampleSession());
  expect(request).toMatchObject({ method: "GET", url: "/api/sessions/one-two-three" });
  // A public request without a token needs no preflight.
  expect(request.headers).not.toHaveProperty("authorization");
  expect(request.headers).not.toHaveProperty("content-type");
  await patchSession("abc", { status: "ended" });
  expect(request).toMatchObject({
    method: "PATCH",
    url: "/api/sessions/abc",
    headers: { authorization },
    body: '{"status":"ended"}',
  });
  answer = { status: 204, body: "" };
  await deleteSession("abc");
  expect(request).toMatchObject({ method: "DELETE", url: "/api/sessions/abc", headers: { authorization } });
});

test("gets the configuration", async () => {
  const config = { ...exampleConfig, version: "1", serverTime: 5 };
  answer = { status: 200, body: config };
  expect(await api().getConfig()).toEqual(config);
});

test("learns the server's clock from the middle of a round trip", async () => {
  let now = 1000;
  const { getSession, serverNow } = createSessionApi({
    httpApiUrl: url,
    environment: {
      now: () => now,
      steadyNow: () => now,
      fetch: async (...call) => {
        const response = await fetch(...call);
        now = 3000;
        return response;
      },
    },
  });
  expect(serverNow()).toBe(1000);
  await getSession("abc");
  expect(serverNow()).toBe(9000 + 1000);
});

test.each<[number, unknown, SessionApiErrorCode]>([
  [404, { code: "session-not-found", message: "m" }, "session-not-found"],
  [409, { code: "code-taken", message: "m" }, "code-taken"],
  [401, { message: "Unauthorized" }, "unauthorized"],
  [403, { message: "Forbidden" }, "forbidden"],
  [413, { message: "Request Too Long" }, "too-large"],
  [429, { message: "Too Many Requests" }, "throttled"],
  [503, "<html>", "unavailable"],
  [404, "<html>", "bad-response"],
  [200, "<html>", "bad-response"],
  [200, { session: { id: 1 } }, "bad-response"],
])("%i %j is the error %s", async (status, body, code) => {
  answer = { status, body };
  await expect(api().getSession("abc")).rejects.toMatchObject({ name: "SessionApiError", code });
});

test("is a network error when nobody answers, its cause kept, and after ten seconds at the latest", async () => {
  const nowhere = createSessionApi({ httpApiUrl: "http://127.0.0.1:1" });
  const error = await nowhere.getSession("abc").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "network", cause: expect.any(TypeError) });

  const timers: (() => void)[] = [];
  const setTimer = (callback: () => void, delayMs: number) => {
    expect(delayMs).toBe(10_000);
    timers.push(callback);
    return () => {};
  };
  const hang: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  const hanging = createSessionApi({ httpApiUrl: url, environment: { setTimer, fetch: hang } }).getSession("abc");
  await expect.poll(() => timers).toHaveLength(1);
  timers[0]?.();
  await expect(hanging).rejects.toMatchObject({ code: "network" });
});

test("refuses what needs a token without one, and throws what accessToken throws", async () => {
  await expect(createSessionApi({ httpApiUrl: url }).listSessions()).rejects.toMatchObject({ code: "unauthorized" });
  const expired = new Error("signed out");
  const accessToken = (): Promise<string> => Promise.reject(expired);
  await expect(createSessionApi({ httpApiUrl: url, accessToken }).listSessions()).rejects.toBe(expired);
});

test("only errors that may pass by themselves are retryable", () => {
  const retryable: SessionApiErrorCode[] = ["network", "bad-response", "throttled", "unavailable"];
  const final: SessionApiErrorCode[] = [
    "bad-request",
    "unauthorized",
    "forbidden",
    "full",
    "already-hosted",
    "seat-lost",
  ];
  expect(retryable.every(isRetryable)).toBe(true);
  expect(final.some(isRetryable)).toBe(false);
  expect(new SessionApiError("full", "m")).toBeInstanceOf(Error);
});
