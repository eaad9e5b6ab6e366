import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let port: string;
beforeAll(async () => {
  stand = await startTestStand();
  ({ port } = new URL(stand.localAws.url));
});
afterAll(() => stand.localAws.close());

/** One request, written as it is. Resolves with all that comes back. */
const write = (lines: readonly string[], body = ""): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    const length = `content-length: ${Buffer.byteLength(body)}`;
    socket.write(`${[...lines, length, "connection: close"].join("\r\n")}\r\n\r\n${body}`);
  });
const get = (path: string, ...headers: string[]) => write([`GET ${path} HTTP/1.1`, ...headers]);
const statusOf = (answer: string) => Number(answer.split(" ")[1]);

test("local-aws is reached at 127.0.0.1 and at no other address, not even another one of this computer's own", async () => {
  const reached = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), host);
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
  expect(await reached("127.0.0.1")).toBe(true);
  expect(await reached("127.0.0.2")).toBe(false);
});

test.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])("the control API answers to %s", async (name) => {
  expect(statusOf(await get("/_local/state", `host: ${name}:${port}`))).toBe(200);
  expect(statusOf(await get("/_local/state", `host: ${name}`))).toBe(200);
});

test.each([
  "attacker.example",
  "127.0.0.1.attacker.example",
  "localhost.attacker.example",
  "192.168.1.5",
  "127.0.0.2",
  "",
])(
  "the control API does not answer to the host %j, which a website or another device may have made lead here",
  async (name) => {
    for (const path of ["/_local/state", "/_local/inbox", "/_local/inbox.html"]) {
      const answer = await get(path, `host: ${name}${name && `:${port}`}`);
      expect(statusOf(answer)).toBe(403);
      expect(answer).not.toMatch(/"sockets"|Inbox/);
    }
  },
);

test.each(["https://attacker.example", "http://localhost:5173", "null", ""])(
  "the control API does nothing for a page of the origin %j",
  async (origin) => {
    const before = stand.localAws.clock.now();
    const body = JSON.stringify({ advanceMs: 3_600_000 });
    const headers = [`host: 127.0.0.1:${port}`, `origin: ${origin}`];
    const answer = await write(["POST /_local/clock HTTP/1.1", ...headers, "content-type: text/plain"], body);
    expect(statusOf(answer)).toBe(403);
    expect(stand.localAws.clock.now() - before).toBeLessThan(60_000);
  },
);

test("the control API answers its own page, and has no CORS", async () => {
  const own = [`host: 127.0.0.1:${port}`, `origin: http://127.0.0.1:${port}`];
  const answer = await get("/_local/inbox", ...own);
  expect(statusOf(answer)).toBe(200);
  expect(answer).not.toMatch(/access-control/i);
  const preflight = await write([
    "OPTIONS /_local/clock HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    "origin: https://attacker.example",
    "access-control-request-method: POST",
  ]);
  expect(statusOf(preflight)).toBe(403);
  expect(preflight).not.toMatch(/access-control/i);
});

test.each(["/api/../_local/state", "/api/%2e%2e/_local/state", "/./_local/state", "//_local/state"])(
  "%s is not the control API",
  async (path) => {
    expect(await get(path, `host: 127.0.0.1:${port}`)).not.toContain('"sockets"');
  },
);
