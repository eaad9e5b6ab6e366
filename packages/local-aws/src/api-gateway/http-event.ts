import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import type { AwsRequest } from "../http/service.ts";
import { ACCOUNT, HTTP_API_ID } from "../identifiers.ts";
import type { Route } from "./routes.ts";

type Jwt = APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"]["jwt"];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

/** "22/Nov/2026:09:05:03 +0000", as in requestContext.time. */
export function requestTime(epochMs: number): string {
  const at = new Date(epochMs);
  const day = `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  return `${day}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

/** API Gateway's payload 2.0 of a request to an HTTP API's `$default` stage. */
export function httpEvent(
  request: AwsRequest,
  path: string,
  route: Route,
  now: number,
  jwt: Jwt | undefined,
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer {
  const domainName = request.headers.host ?? "localhost";
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(request.query)) {
    const before = query.get(name);
    query.set(name, before === undefined ? value : `${before},${value}`);
  }
  const { cookie, ...headers } = request.headers;
  const hasParameters = Object.keys(route.pathParameters).length > 0;
  const requestContext = {
    accountId: ACCOUNT,
    apiId: HTTP_API_ID,
    domainName,
    domainPrefix: HTTP_API_ID,
    http: {
      method: request.method,
      path,
      protocol: "HTTP/1.1",
      sourceIp: "127.0.0.1",
      userAgent: headers["user-agent"] ?? "",
    },
    requestId: randomUUID(),
    routeKey: route.routeKey,
    stage: "$default",
    time: requestTime(now),
    timeEpoch: now,
  };
  const event = {
    version: "2.0",
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: request.query,
    headers,
    ...(cookie !== undefined && { cookies: cookie.split("; ") }),
    ...(request.query !== "" && { queryStringParameters: Object.fromEntries(query) }),
    ...(hasParameters && { pathParameters: { ...route.pathParameters } }),
    ...(request.body.length > 0 && { body: request.body.toString("utf8") }),
    isBase64Encoded: false,
  };
  if (jwt === undefined) return { ...event, requestContext };
  return {
    ...event,
    requestContext: { ...requestContext, authorizer: { principalId: "", integrationLatency: 0, jwt } },
  };
}
