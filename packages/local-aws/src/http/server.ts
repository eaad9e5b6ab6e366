import { createServer, type IncomingMessage, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { LocalAwsError } from "../errors.ts";
import { createRefusalCounts, type RefusalCounts } from "../refusal-counts.ts";
import { isAt } from "./aws-hosts.ts";
import { corsHeaders, preflight } from "./cors.ts";
import { errorToResponse } from "./errors-to-response.ts";
import { readBody, readHead } from "./read-request.ts";
import { AwsError, type AwsRequest, type AwsResponse, type Clock, Dropped, type Service } from "./service.ts";

export interface HttpServer {
  port: number;
  /** What answers from now on, first claim first. Until called, every request is answered 503. */
  route(services: readonly Service[]): void;
  /** Ends every connection, upgraded ones included. */
  close(): Promise<void>;
}

/** Refusals that no service made are counted under this name. */
const NO_SERVICE = "local-aws";

const internalFailure = () => new AwsError("InternalFailure", "An internal error occurred.", 500);

/** @throws Dropped */
async function answer(
  services: readonly Service[],
  refusals: RefusalCounts,
  head: AwsRequest,
  incoming: IncomingMessage,
): Promise<AwsResponse> {
  const service = services.find((candidate) => isAt(head, candidate.name) && candidate.claims(head));
  if (head.method === "OPTIONS" && !service?.ownCors) return preflight();
  const ownCors = service?.ownCors ?? false;
  try {
    if (service === undefined) {
      throw new AwsError("UnknownOperationException", "No service of local-aws answers this request.", 404);
    }
    const response = await service.handle({ ...head, body: await readBody(incoming) });
    return ownCors ? response : withCors(response);
  } catch (cause) {
    if (cause instanceof Dropped) throw cause;
    if (!(cause instanceof AwsError)) console.error(`local-aws: ${service?.name} failed on ${head.path}`, cause);
    const error = cause instanceof AwsError ? cause : internalFailure();
    refusals.count(`${service?.name ?? NO_SERVICE}:${error.type}`);
    const response = errorToResponse(error, service?.protocol ?? "json", head.requestId);
    return ownCors ? response : withCors(response);
  }
}

const withCors = (response: AwsResponse): AwsResponse => ({
  ...response,
  headers: { ...corsHeaders, ...response.headers },
});

function refuse(socket: Duplex, requestId: string, reason: AwsResponse | AwsError): void {
  const response = reason instanceof AwsError ? errorToResponse(reason, "rest-json", requestId) : reason;
  const body = response.body ?? "";
  const headers = {
    ...response.headers,
    "x-amzn-requestid": requestId,
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}

interface UpgradeRequest {
  incoming: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

async function upgrade(
  services: readonly Service[],
  refusals: RefusalCounts,
  { incoming, socket, head }: UpgradeRequest,
): Promise<void> {
  const request = readHead(incoming);
  // The peer may be gone before it is answered.
  socket.on("error", () => socket.destroy());
  const refuseAs = (name: string) => (reason: AwsResponse | AwsError) => {
    refusals.count(`${name}:${reason instanceof AwsError ? reason.type : reason.status}`);
    refuse(socket, request.requestId, reason);
  };
  for (const service of services) {
    for (const [prefix, handle] of Object.entries(service.upgrades ?? {})) {
      if (request.path.startsWith(prefix) && isAt(request, service.name)) {
        const refuseThis = refuseAs(service.name);
        try {
          await handle({ request, incoming, socket, head, refuse: refuseThis });
        } catch (cause) {
          if (!(cause instanceof AwsError))
            console.error(`local-aws: ${service.name} failed on ${request.path}`, cause);
          refuseThis(cause instanceof AwsError ? cause : internalFailure());
        }
        return;
      }
    }
  }
  refuseAs(NO_SERVICE)({ status: 404 });
}

/**
 * Listens on the loopback interface, and counts what is refused. Port 0 takes any free port.
 * @throws LocalAwsError "port-in-use"
 */
export async function listen(port: number, clock: Clock, refusals = createRefusalCounts()): Promise<HttpServer> {
  let services: readonly Service[] | undefined;
  const upgraded = new Set<Duplex>();

  const server = createServer(async (incoming, outgoing) => {
    const head = readHead(incoming);
    let response: AwsResponse;
    try {
      response = services === undefined ? { status: 503 } : await answer(services, refusals, head, incoming);
    } catch {
      return void outgoing.destroy();
    }
    // The SDKs learn the service's time from this header and sign by it.
    const date = new Date(clock.now()).toUTCString();
    outgoing.writeHead(response.status, { ...response.headers, date, "x-amzn-RequestId": head.requestId });
    outgoing.end(response.body);
  });
  // Idle connections are left to the client to close: closing one here just as a request is sent on it would reset the request.
  server.keepAliveTimeout = 0;
  server.on("upgrade", (incoming, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    void upgrade(services ?? [], refusals, { incoming, socket, head });
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE" ? new LocalAwsError("port-in-use", `Port ${port} is in use.`, { cause }) : cause,
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    route(next) {
      services = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of upgraded) socket.destroy();
        server.closeAllConnections();
      }),
  };
}
