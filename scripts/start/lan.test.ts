import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type NetworkInterfaceInfo, tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCrooked, lanAddress, lanFront } from "./lan.ts";

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, internal, family: "IPv4", netmask: "255.255.255.0", mac: "02:00:00:00:00:01", cidr: null },
];

test("finds this machine's address on its network, not a loopback or link-local one", () => {
  const interfaces = { lo: at("127.0.0.1", true), usb0: at("169.254.3.4"), wlan0: at("192.168.1.5") };
  expect(lanAddress(undefined, interfaces)).toBe("192.168.1.5");
});

test("accepts an IPv4 address, and nothing else", () => {
  expect(lanAddress("10.0.0.7", {})).toBe("10.0.0.7");
  expect(() => lanAddress("my-laptop", {})).toThrow(/LECTERN_LAN_ADDRESS is "my-laptop"/);
});

test("without a network says what to do", () => {
  expect(() => lanAddress(undefined, { lo: at("127.0.0.1", true) })).toThrow(/Join one/);
});

describe("the front that the network sees", () => {
  const closers: (() => unknown)[] = [];
  /** What reached local-aws. */
  const asked: string[] = [];
  let port: number;
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), "lectern-front-"));
    mkdirSync(join(root, "dist"));
    writeFileSync(join(root, "dist", "index.html"), "the listener's page");
    const aws: Server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("local-aws");
    });
    aws.on("upgrade", (request, socket) => {
      asked.push(request.url ?? "");
      socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    await new Promise<void>((resolve) => aws.listen(0, "127.0.0.1", resolve));
    const awsUrl = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`;
    const served = { ...(await lanFront("127.0.0.1", { front: 0, speaker: 1 }, awsUrl)), port: 0, strictPort: false };
    const front: PreviewServer = await preview({ root, configFile: false, logLevel: "silent", preview: served });
    port = (front.httpServer.address() as AddressInfo).port;
    closers.push(
      () => front.close(),
      () => aws.close(),
      () => rmSync(root, { recursive: true, force: true }),
    );
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  /** One request over TLS, its path written as it is: every client resolves dots first. */
  const write = (path: string, ...headers: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
      let answer = "";
      socket.setEncoding("utf8");
      socket.on("data", (text: string) => {
        answer += text;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(answer));
      const head = [`GET ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, ...headers];
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
    });
  const get = (path: string) => write(path, "connection: close");
  const upgrade = (path: string) => write(path, "connection: Upgrade", "upgrade: websocket");

  test("hands requests and sockets on to local-aws", async () => {
    expect(await get("/api/config?a=../b")).toContain("local-aws");
    expect(await upgrade("/ws")).toContain("400");
    expect(asked.splice(0)).toEqual(["/api/config?a=../b", "/ws"]);
  });

  test.each([
    "/api/../_local/state",
    "/api/%2e%2e/_local/state",
    "/api/%2E./_local/state",
    "/api/./../_local/state",
    "/api/..\\_local/state",
    "/api/..%5c_local/state",
    "/managed-login/../../_local/inbox",
    "/ws/..",
  ])("hands %s on to nobody", async (path) => {
    expect(await get(path)).not.toContain("local-aws");
    expect(await upgrade(path)).not.toMatch(/^HTTP\/1.1 (?:1|2)/);
    expect(asked).toEqual([]);
  });

  test.each(["/_local/state", "/_local/inbox"])("does not have %s", async (path) => {
    await get(path);
    expect(asked).toEqual([]);
  });

  test.each(["/", "/s/a.b", "/api/sessions/...", "/assets/a..b.js", "/api?x=/../"])("takes %s as it is", (path) => {
    expect(isCrooked(path)).toBe(false);
  });
});
