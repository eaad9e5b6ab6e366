import { AwsError, type AwsRequest } from "../../http/service.ts";
import { queryPairs } from "./canonical-request.ts";
import { ALGORITHM, type Scope, TERMINATOR } from "./signature.ts";

/** What a signed request says of its own signature. Nothing of it is verified yet. */
export interface SignedParts {
  accessKeyId: string;
  scope: Scope;
  /** yyyymmddThhmmssZ */
  amzDate: string;
  signedAt: number;
  signedHeaders: readonly string[];
  signature: string;
  sessionToken: string | undefined;
  /** Presigned queries only: how long they are good for. */
  expiresMs: number | undefined;
}

const incomplete = (message: string) => new AwsError("IncompleteSignatureException", message, 400);
const invalid = (message: string) => new AwsError("InvalidSignatureException", message, 403);

/** A week: the longest AWS signs for. */
const LONGEST_EXPIRES_SECONDS = 604_800;

function parseDate(amzDate: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  const [, year, month, day, hour, minute, second] = match ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt)) {
    throw incomplete(
      `Date must be in ISO-8601 'basic format'. Got '${amzDate}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  return signedAt;
}

function parseCredential(credential: string): { accessKeyId: string; scope: Scope } {
  const [accessKeyId, date, region, service, terminator, ...rest] = credential.split("/");
  if (!accessKeyId || !date || !region || !service || !terminator || rest.length > 0) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  if (terminator !== TERMINATOR) {
    throw invalid(`Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${terminator}'. `);
  }
  return { accessKeyId, scope: { date, region, service } };
}

function readQuery({ query }: AwsRequest): ReadonlyMap<string, string> {
  try {
    return new Map(queryPairs(query));
  } catch {
    throw incomplete("The query string is not validly percent-encoded.");
  }
}

function fromQuery(pairs: ReadonlyMap<string, string>): SignedParts | undefined {
  const algorithm = pairs.get("X-Amz-Algorithm");
  if (algorithm === undefined) return undefined;
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  const required = (name: string): string => {
    const value = pairs.get(name);
    if (!value)
      throw incomplete(`AWS query-string parameters must include '${name}'. Re-examine the query-string parameters.`);
    return value;
  };
  const amzDate = required("X-Amz-Date");
  const expires = required("X-Amz-Expires");
  if (!/^\d+$/.test(expires) || Number(expires) > LONGEST_EXPIRES_SECONDS) {
    throw incomplete("X-Amz-Expires must be a number of seconds between 0 and 604800.");
  }
  return {
    ...parseCredential(required("X-Amz-Credential")),
    amzDate,
    signedAt: parseDate(amzDate),
    signedHeaders: required("X-Amz-SignedHeaders").split(";"),
    signature: required("X-Amz-Signature"),
    sessionToken: pairs.get("X-Amz-Security-Token"),
    expiresMs: Number(expires) * 1000,
  };
}

function fromHeaders({ headers }: AwsRequest): SignedParts | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const [algorithm, ...rest] = authorization.split(" ");
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  const fields = new Map(
    rest
      .join(" ")
      .split(",")
      .map((field) => {
        const equals = field.indexOf("=");
        return [field.slice(0, equals).trim(), field.slice(equals + 1).trim()] as const;
      }),
  );
  const required = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw incomplete(`Authorization header requires '${name}' parameter.`);
    return value;
  };
  const amzDate = headers["x-amz-date"];
  if (amzDate === undefined) {
    throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  return {
    ...parseCredential(required("Credential")),
    amzDate,
    signedAt: parseDate(amzDate),
    signedHeaders: required("SignedHeaders").split(";"),
    signature: required("Signature"),
    sessionToken: headers["x-amz-security-token"],
    expiresMs: undefined,
  };
}

/**
 * Reads the Authorization header, or else the presigned query.
 * @throws AwsError MissingAuthenticationTokenException when the request is not signed, IncompleteSignatureException when it is signed wrongly.
 */
export function readSignedParts(request: AwsRequest): SignedParts {
  // Read also where the signature is in a header: the query is part of what was signed.
  const query = readQuery(request);
  const parts = fromHeaders(request) ?? fromQuery(query);
  if (parts === undefined)
    throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
  if (!parts.signedHeaders.includes("host")) {
    throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  return parts;
}
