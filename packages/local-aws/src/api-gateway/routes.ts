import { decoded } from "../http/decoded.ts";

export interface Route {
  /** As in an event: `GET /sessions/{code}`. */
  routeKey: string;
  /** Whether the JWT authorizer stands before it. */
  authorized: boolean;
  pathParameters: Readonly<Record<string, string>>;
}

/** The HTTP API's routes (design §4). What is not among them never reaches the handlers. */
const ROUTES: Readonly<Record<string, { authorized: boolean }>> = {
  "POST /sessions": { authorized: true },
  "GET /sessions": { authorized: true },
  "GET /sessions/{code}": { authorized: false },
  "PATCH /sessions/{code}": { authorized: true },
  "DELETE /sessions/{code}": { authorized: true },
  "GET /config": { authorized: false },
  "GET /health": { authorized: false },
};

/** The route of a request, else undefined: API Gateway answers that itself. */
export function findRoute(method: string, path: string): Route | undefined {
  const [, first = "", second, ...rest] = path.split("/");
  if (rest.length > 0 || second === "") return undefined;
  const routeKey = `${method} /${first}${second === undefined ? "" : "/{code}"}`;
  const route = Object.hasOwn(ROUTES, routeKey) ? ROUTES[routeKey] : undefined;
  if (route === undefined) return undefined;
  return { routeKey, ...route, pathParameters: second === undefined ? {} : { code: decoded(second) } };
}
