/** What every service of the stand-in is made of. One HTTP port; the first service that claims a request answers it. */

/** Epoch ms. Everything in local-aws reads time here; tests move it. */
export interface Clock {
  now(): number;
}

export interface AwsRequest {
  method: string;
  /** Path as sent on the wire, undecoded: SigV4 is computed over it. */
  path: string;
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

export interface Service {
  name: string;
  claims(request: AwsRequest): boolean;
  handle(request: AwsRequest): Promise<AwsResponse>;
}

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
