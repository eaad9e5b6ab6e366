import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  /** The operation of `X-Amz-Target`, or the form's `Action`. */
  operation: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface HttpAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: string | object;
}

/** A real HTTP server on a free port that answers as told and remembers what it was asked. */
export async function startHttpServer(answer: (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>) {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = Buffer.concat(chunks).toString();
      const target = request.headers["x-amz-target"];
      const operation =
        typeof target === "string" ? (target.split(".")[1] ?? "") : (new URLSearchParams(body).get("Action") ?? "");
      const asked = { operation, url: request.url ?? "", headers: request.headers, body };
      received.push(asked);
      const { status = 200, headers, body: answered } = await answer(asked);
      response.writeHead(status, { connection: "close", ...headers });
      response.end(typeof answered === "string" ? answered : JSON.stringify(answered));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    operations: () => received.map(({ operation }) => operation),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** `Storage` over a Map: what a browser profile keeps. Give the same Map again to reload the page. */
export function mapStorage(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
