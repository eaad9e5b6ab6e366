import { describe, expect, it } from "vitest";
import { AwsError, type AwsRequest } from "../http/service.ts";
import { sigV4Vectors } from "../testing/sigv4-vectors.ts";
import { createAuthenticator } from "./authenticator.ts";
import type { KnownCredentials } from "./credential-store.ts";
import type { Authenticator } from "./principal.ts";

const SIGNED_AT = Date.UTC(2015, 7, 30, 12, 36);
const principal = {
  arn: "arn:aws:sts::123456789012:assumed-role/role/session",
  permissions: { Version: "2012-10-17", Statement: [] },
  tags: {},
} as const;

function parse(text: string): AwsRequest {
  const [head = "", body = ""] = text.split(/\r?\n\r?\n/);
  const [start = "", ...lines] = head.split(/\r?\n/);
  const [, method = "", target = ""] = /^(\S+) (.*) HTTP\/1\.1$/.exec(start) ?? [];
  const [path = "", query = ""] = target.split("?");
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { method, path, query, headers: Object.fromEntries(headers), body: Buffer.from(body), requestId: "1" };
}

const tokenOf = ({ headers, query }: AwsRequest): string | undefined =>
  headers["x-amz-security-token"] ?? new URLSearchParams(query).get("X-Amz-Security-Token") ?? undefined;

function authenticatorFor(request: AwsRequest, now = SIGNED_AT, expiresAt = Number.POSITIVE_INFINITY): Authenticator {
  const credentials: KnownCredentials["credentials"] = {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    sessionToken: tokenOf(request),
    expiresAt,
  };
  const find = (id: string) => (id === "AKIDEXAMPLE" ? { credentials, principal } : undefined);
  return createAuthenticator({ clock: { now: () => now }, credentials: { find }, region: "us-east-1" });
}

function refusal(authenticator: Authenticator, request: AwsRequest, service = "service"): string | undefined {
  try {
    authenticator.authenticate(request, service);
  } catch (error) {
    if (error instanceof AwsError) return error.type;
    throw error;
  }
  return undefined;
}

/** Every request that differs from this one in one character of one signed part. */
function* tampered(request: AwsRequest): Generator<[string, AwsRequest]> {
  const flip = (text: string, index: number): string => {
    const character = text.charAt(index);
    const other = /\d/.test(character) ? String((Number(character) + 1) % 10) : character === "z" ? "y" : "z";
    return text.slice(0, index) + other + text.slice(index + 1);
  };
  for (const part of ["method", "path", "query"] as const) {
    for (let index = part === "path" ? 1 : 0; index < request[part].length; index += 1) {
      yield [`${part}[${index}]`, { ...request, [part]: flip(request[part], index) }];
    }
  }
  const signedHeaders = /SignedHeaders=([^,&\s]+)/.exec(`${request.headers.authorization} ${request.query}`)?.[1] ?? "";
  for (const name of [...decodeURIComponent(signedHeaders).split(";"), "authorization"]) {
    const value = request.headers[name] ?? "";
    for (let index = 0; index < value.length; index += 1) {
      yield [`${name}[${index}]`, { ...request, headers: { ...request.headers, [name]: flip(value, index) } }];
    }
  }
  const body = request.body.toString();
  for (let index = 0; index < body.length; index += 1) {
    yield [`body[${index}]`, { ...request, body: Buffer.from(flip(body, index)) }];
  }
  yield ["body, longer", { ...request, body: Buffer.from(`${body}x`) }];
}

const vectors = Object.entries(sigV4Vectors).flatMap(([name, { header, query }]) => [
  { name: `${name} by header`, request: parse(header) },
  { name: `${name} by query`, request: parse(query) },
]);

describe("SigV4", () => {
  it.each(vectors)("accepts AWS's published vector $name", ({ request }) => {
    expect(authenticatorFor(request).authenticate(request, "service")).toBe(principal);
  });

  // A segment that ".." takes back is in no canonical request; AWS does not sign it either.
  it.each(vectors.filter(({ name }) => !name.startsWith("get-relative")))(
    "refuses $name with any character of a signed part changed",
    ({ request }) => {
      const authenticator = authenticatorFor(request);
      const accepted = [...tampered(request)].filter(([, changed]) => refusal(authenticator, changed) === undefined);
      expect(accepted.map(([part]) => part)).toEqual([]);
    },
  );

  const byHeader = parse(sigV4Vectors["post-sts-header-before"]?.header ?? "");
  const byQuery = parse(sigV4Vectors["post-sts-header-before"]?.query ?? "");
  const at = (request: AwsRequest, offsetMs: number) =>
    refusal(authenticatorFor(request, SIGNED_AT + offsetMs), request);

  it("lets a header's date be five minutes off, no more", () => {
    expect(at(byHeader, 300_000)).toBeUndefined();
    expect(at(byHeader, 301_000)).toBe("InvalidSignatureException");
    expect(at(byHeader, -300_000)).toBeUndefined();
    expect(at(byHeader, -301_000)).toBe("InvalidSignatureException");
  });

  it("takes a presigned query until X-Amz-Expires, and none from the future", () => {
    expect(at(byQuery, 3_600_000)).toBeUndefined();
    expect(at(byQuery, 3_601_000)).toBe("InvalidSignatureException");
    expect(at(byQuery, -301_000)).toBe("InvalidSignatureException");
  });

  it("refuses another region, another service, unknown keys and unsigned requests, each in AWS's words", () => {
    const authenticator = authenticatorFor(byHeader);
    expect(refusal(authenticator, byHeader, "kinesisvideo")).toBe("InvalidSignatureException");
    const elsewhere = createAuthenticator({
      clock: { now: () => SIGNED_AT },
      credentials: { find: () => undefined },
      region: "us-east-1",
    });
    expect(refusal(elsewhere, byHeader)).toBe("UnrecognizedClientException");
    // Signed by header all the same: the query is part of what is signed.
    expect(refusal(authenticator, { ...byHeader, query: "%E0%A4%A" })).toBe("IncompleteSignatureException");
    const { authorization: _, ...headers } = byHeader.headers;
    expect(refusal(authenticator, { ...byHeader, headers })).toBe("MissingAuthenticationTokenException");
  });

  it("refuses a missing, another's or an expired session token", () => {
    const authenticator = authenticatorFor(byHeader);
    const { "x-amz-security-token": _, ...headers } = byHeader.headers;
    expect(refusal(authenticator, { ...byHeader, headers })).toBe("UnrecognizedClientException");
    const other = { ...byHeader.headers, "x-amz-security-token": "another" };
    expect(refusal(authenticator, { ...byHeader, headers: other })).toBe("UnrecognizedClientException");
    expect(refusal(authenticatorFor(byHeader, SIGNED_AT, SIGNED_AT), byHeader)).toBe("ExpiredTokenException");
  });

  it("refuses a payload hash that is not the body's, though it was not signed", () => {
    const headers = { ...byHeader.headers, "x-amz-content-sha256": "0".repeat(64) };
    expect(refusal(authenticatorFor(byHeader), { ...byHeader, headers })).toBe("InvalidSignatureException");
  });

  it("answers with 400 for DynamoDB and 403 elsewhere", () => {
    const status = (service: string) => {
      try {
        authenticatorFor(byHeader).authenticate({ ...byHeader, headers: {} }, service);
      } catch (error) {
        return error instanceof AwsError ? error.status : undefined;
      }
    };
    expect(status("dynamodb")).toBe(400);
    expect(status("kinesisvideo")).toBe(403);
  });
});
