import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { browserTiming } from "@lectern/primitives";
import { expect, test } from "vitest";
import { lookUpSession } from "./look-up.ts";

const session = {
  id: "1",
  code: "one-two",
  title: "A talk",
  status: "live",
  rev: 1,
  createdAt: 0,
  liveAt: 0,
  endedAt: null,
  hosted: true,
};

test("finds a session over HTTP, or that there is certainly none, and leaves everything else to the socket", async () => {
  const answers: Record<string, [number, unknown]> = {
    "/sessions/one-two": [200, { session, serverTime: 1 }],
    "/sessions/none": [404, { code: "session-not-found", message: "none" }],
    "/sessions/odd": [200, { session: {} }],
    "/sessions/busy": [503, { code: "unavailable", message: "later" }],
  };
  const server = createServer(({ url = "" }, response) => {
    const [status, body] = answers[url] ?? [404, "a proxy's own page"];
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const lookUp = (code: string) => lookUpSession(api, code, { ...browserTiming, fetch });
  expect(await lookUp("one-two")).toEqual(session);
  expect(await lookUp("none")).toBe("not-found");
  for (const code of ["odd", "busy", "unknown"]) expect(await lookUp(code)).toBeNull();
  await new Promise((closed) => server.close(closed));
  expect(await lookUp("one-two")).toBeNull();
});
