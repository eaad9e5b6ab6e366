import type { AwsRequest } from "../../http/service.ts";

/** RFC 3986: encodeURIComponent leaves five characters that AWS wants encoded. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** "." and ".." resolved, empty segments dropped, then each segment encoded once more than on the wire (every service but S3). */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(encode(segment));
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${end}`;
}

/**
 * The query as name and value pairs, decoded.
 * @throws URIError when it is not validly percent-encoded.
 */
export const queryPairs = (query: string): [string, string][] =>
  query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [decodeURIComponent(name), equals < 0 ? "" : decodeURIComponent(pair.slice(equals + 1))];
    });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by encoded name, then value; a presigned query is signed without its own signature. */
const canonicalQuery = (query: string): string =>
  queryPairs(query)
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");

/**
 * What a signature is computed over.
 * @throws URIError when the query is not validly percent-encoded.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: AwsRequest, signedHeaders: readonly string[], payloadHash: string): string {
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name] ?? "";
    return `${name}:${value.trim().replace(/ +/g, " ")}\n`;
  });
  return [
    request.method,
    canonicalPath(request.signedPath ?? request.path),
    canonicalQuery(request.query),
    headers.join(""),
    signedHeaders.join(";"),
    payloadHash,
  ].join("\n");
}
