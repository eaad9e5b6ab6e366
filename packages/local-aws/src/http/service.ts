/** What every service of the stand-in is made of. One HTTP port; the first service that claims a request answers it. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** Epoch ms. Everything in local-aws reads time here; tests move it. */
export interface Clock {
  now(): number;
}

export interface AwsRequest {
  method: string;
  /** Path as sent on the wire, undecoded: SigV4 is computed over it, or over `signedPath`. */
  path: string;
  /** What was sent, where one of AWS's hosts was named and `path` stands for host and path together. */
  signedPath?: string;
  /** Query as sent, without "?", undecoded. */
  query: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** What the answer carries as x-amzn-RequestId. */
  requestId: string;
}

export interface AwsResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** How a service words its errors. */
export type Protocol = "json" | "rest-json" | "query-xml";

/** An HTTP request that asks for another protocol, before anything has been answered. */
export interface Upgrade {
  request: AwsRequest;
  incoming: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  /** Answers with plain HTTP instead of upgrading, and ends the socket. An `AwsError` is worded as REST-JSON. */
  refuse(reason: AwsResponse | AwsError): void;
}

export interface Service {
  name: string;
  /** How errors thrown by `handle` are written. Default "json". */
  protocol?: Protocol;
  /** True: the service answers OPTIONS itself and sets its own CORS headers (API Gateway). Default: as AWS's endpoints do. */
  ownCors?: boolean;
  claims(request: AwsRequest): boolean;
  handle(request: AwsRequest): Promise<AwsResponse>;
  /** Path prefix → what answers an upgrade there. */
  upgrades?: Readonly<Record<string, (upgrade: Upgrade) => void | Promise<void>>>;
}

/** A service that starts something which has to be ended. */
export interface ClosableService extends Service {
  /** Called once, and before what the service uses is closed. */
  close(): Promise<void>;
}

/** Thrown instead of an answer: the connection is reset, as when nothing listens. */
export class Dropped extends Error {}

/** A refusal in AWS's terms; each protocol (JSON 1.1, REST-JSON, query XML) writes it in its own shape. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = "AwsError";
    this.type = type;
    this.status = status;
  }
}
