import { HTTP_CORS, HTTP_THROTTLE } from "@lectern/session-api/contract";
import type { Handlers } from "@lectern/session-api/handlers";
import type { MovableClock } from "../clock.ts";
import { jsonResponse } from "../http/json.ts";
import type { AwsRequest, AwsResponse, Service } from "../http/service.ts";
import { createTokenBucket } from "../rate-limit.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import { httpEvent } from "./http-event.ts";
import type { JwtAuthorizer } from "./jwt-authorizer.ts";
import { findRoute } from "./routes.ts";

const PREFIX = "/api";
const TIMEOUT_MS = 29_000;

interface Dependencies {
  clock: MovableClock;
  handlers: Pick<Handlers, "http">;
  authorizer: JwtAuthorizer;
  refusals: RefusalCounts;
}

const NAME = "http-api";

const ALLOWED_ORIGIN = { "access-control-allow-origin": HTTP_CORS.allowOrigins.join(",") };

/** As the API's CORS configuration has it, whatever the integration itself says of CORS. */
function withCors(request: AwsRequest, response: AwsResponse): AwsResponse {
  const kept = Object.entries(response.headers ?? {}).filter(([name]) => !/^access-control-/i.test(name));
  const cors = request.headers.origin === undefined ? {} : ALLOWED_ORIGIN;
  return {
    ...response,
    headers: { ...Object.fromEntries(kept), ...cors, "apigw-requestid": request.requestId },
  };
}

const preflight = (request: AwsRequest): AwsResponse => ({
  status: 204,
  headers: {
    ...ALLOWED_ORIGIN,
    "access-control-allow-methods": HTTP_CORS.allowMethods.join(","),
    "access-control-allow-headers": HTTP_CORS.allowHeaders.join(","),
    "access-control-max-age": String(HTTP_CORS.maxAgeSeconds),
    "apigw-requestid": request.requestId,
  },
});

/** An HTTP API with a JWT authorizer and CORS, before the real handlers. */
export function createHttpApi({ clock, handlers, authorizer, refusals }: Dependencies): Service {
  /** What API Gateway says by itself. */
  const answer = (status: number, message: string, headers: Record<string, string> = {}): AwsResponse => {
    refusals.count(`${NAME}:${message.replaceAll(" ", "")}`);
    return jsonResponse({ message }, headers, status);
  };
  const invoke = async (event: Parameters<Handlers["http"]>[0]): Promise<AwsResponse> => {
    let cancel = () => {};
    const timeout = new Promise<"too late">((resolve) => {
      cancel = clock.after(TIMEOUT_MS, () => resolve("too late"));
    });
    try {
      const result = await Promise.race([handlers.http(event), timeout]);
      if (result === "too late") return answer(503, "Service Unavailable");
      const { statusCode = 200, headers = {}, body, isBase64Encoded } = result;
      return {
        status: statusCode,
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        ...(body !== undefined && { body: isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body }),
      };
    } catch (error) {
      console.error("local-aws: the session API's HTTP handler failed", error);
      return answer(500, "Internal Server Error");
    } finally {
      cancel();
    }
  };

  // One for all routes, which is stricter than one for each: AWS is not clear about which it has.
  const throttle = createTokenBucket(clock, HTTP_THROTTLE);

  const respond = async (request: AwsRequest): Promise<AwsResponse> => {
    if (!throttle.take()) return answer(429, "Too Many Requests");
    const path = request.path.slice(PREFIX.length) || "/";
    const route = findRoute(request.method, path);
    if (route === undefined) return answer(404, "Not Found");
    const jwt = route.signedIn ? await authorizer(request.headers.authorization) : undefined;
    if (route.signedIn && jwt === undefined) return answer(401, "Unauthorized", { "www-authenticate": "Bearer" });
    return invoke(httpEvent(request, path, route, clock.now(), jwt));
  };

  return {
    name: NAME,
    protocol: "rest-json",
    ownCors: true,
    claims: ({ path }) => path === PREFIX || path.startsWith(`${PREFIX}/`),
    handle: async (request) =>
      request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined
        ? preflight(request)
        : withCors(request, await respond(request)),
  };
}
