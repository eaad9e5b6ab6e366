import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { byAwsHost } from "./aws-hosts.ts";
import { AwsError, type AwsRequest, Dropped } from "./service.ts";

/** API Gateway's, for HTTP APIs; those of the other services are not known. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/** The request without its body, as needed before an upgrade. */
export function readHead(incoming: IncomingMessage): AwsRequest {
  const target = incoming.url ?? "/";
  const mark = target.indexOf("?");
  // Without a prototype: a header is looked up by a name from outside, and "constructor" must not be found.
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return byAwsHost({
    method: incoming.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers,
    body: Buffer.alloc(0),
    requestId: randomUUID(),
  });
}

/** @throws AwsError 413 when the body is over the limit; Dropped when the caller goes away before its end. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming) {
      size += chunk.length;
      // The rest is read too: a client that is still sending does not read the answer.
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
    }
  } catch {
    throw new Dropped();
  }
  if (size > BODY_LIMIT_BYTES) throw new AwsError("RequestEntityTooLarge", "Request Entity Too Large", 413);
  return Buffer.concat(chunks);
}
