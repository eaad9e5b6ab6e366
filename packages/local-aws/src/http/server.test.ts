import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { createAnswerFaults, withAnswerFaults } from "../control/answer-faults.ts";
import { createRefusalCounts } from "../refusal-counts.ts";
import { type HttpServer, listen } from "./server.ts";
import { AwsError, type Service } from "./service.ts";

const service = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  claims: ({ path }) => path === `/${name}`,
  handle: async ({ query, body }) => ({ status: 200, body: `${name} ${query} ${body.length}` }),
  ...more,
});

const refusals = createRefusalCounts();
let server: HttpServer;
let url: string;

beforeAll(async () => {
  server = await listen(0, { now: () => Date.UTC(2026, 10, 22) }, refusals);
  url = `http://127.0.0.1:${server.port}`;
  expect((await fetch(url)).status).toBe(503);
  server.route([
    service("plain"),
    service("own", { ownCors: true }),
    service("broken", {
      protocol: "rest-json",
      handle: async () => {
        throw new Error("a secret detail");
      },
    }),
    service("sockets", {
      upgrades: {
        "/u/": ({ refuse }) => refuse(new AwsError("AccessDeniedException", "no", 403)),
        "/thrown/": () => {
          throw new AwsError("ResourceNotFoundException", "no", 404);
        },
        "/later/": async () => {
          throw new AwsError("InvalidArgumentException", "no", 400);
        },
      },
    }),
    withAnswerFaults(
      service("faulty", {
        upgrades: {
          "/failing/": async () => {
            throw new Error("a secret detail");
          },
        },
      }),
      createAnswerFaults(),
    ),
  ]);
});

afterAll(() => server.close());

test("gives a request to the service that claims it, and tells the clock's date", async () => {
  const response = await fetch(`${url}/plain?a=%2F`, { method: "POST", body: "four" });
  expect(await response.text()).toBe("plain a=%2F 4");
  expect(response.headers.get("date")).toBe("Sun, 22 Nov 2026 00:00:00 GMT");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

test("leaves CORS to a service that has its own", async () => {
  const [get, preflight] = await Promise.all([fetch(`${url}/own`), fetch(`${url}/own`, { method: "OPTIONS" })]);
  expect(get.headers.has("access-control-allow-origin")).toBe(false);
  expect(await preflight.text()).toBe("own  0");
});

test("refuses what no service claims", async () => {
  expect((await fetch(`${url}/nobody`)).status).toBe(404);
});

test("tells a caller nothing of an error of its own, and prints it", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(response.headers.get("x-amzn-errortype")).toBe("InternalFailure");
    expect(await response.text()).not.toContain("secret");
    expect(printed).toHaveBeenCalledOnce();
  } finally {
    printed.mockRestore();
  }
});

async function upgradeRefused(path: string): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace("http", "ws")}${path}`);
  const { statusCode } = await new Promise<{ statusCode?: number | undefined }>((resolve) => {
    socket.once("unexpected-response", (_, incoming) => resolve(incoming));
  });
  socket.on("error", () => {});
  socket.terminate();
  return statusCode;
}

test.each([
  ["/u/1", 403],
  ["/thrown/1", 404],
  ["/later/1", 400],
  ["/elsewhere", 404],
])("answers a refused upgrade at %s with %i", async (path, status) => {
  expect(await upgradeRefused(path)).toBe(status);
});

test("answers an upgrade that fails of itself, also of a service that may be told to fail, and prints why", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    expect(await upgradeRefused("/failing/1")).toBe(500);
    expect(printed).toHaveBeenCalledOnce();
  } finally {
    printed.mockRestore();
  }
});

test("counts each refusal, whoever it was that refused", () => {
  expect(refusals.byReason()).toEqual({
    "local-aws:UnknownOperationException": 1,
    "broken:InternalFailure": 1,
    "faulty:InternalFailure": 1,
    "sockets:AccessDeniedException": 1,
    "sockets:InvalidArgumentException": 1,
    "sockets:ResourceNotFoundException": 1,
    "local-aws:404": 1,
  });
});
