import { HTTP_ROUTES } from "@lectern/session-api/contract";
import { decoded } from "../http/decoded.ts";

export interface Route {
  /** As in an event: `GET /sessions/{code}`. */
  routeKey: string;
  /** Whether the JWT authorizer stands before it. */
  signedIn: boolean;
  pathParameters: Readonly<Record<string, string>>;
}

const ROUTES = Object.values(HTTP_ROUTES).map(({ method, path, signedIn }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  routeKey: `${method} ${path}`,
  signedIn,
}));

/** The route of a request, else undefined: API Gateway answers that itself. */
export function findRoute(method: string, path: string): Route | undefined {
  for (const { pattern, routeKey, signedIn, ...route } of ROUTES) {
    const match = route.method === method && pattern.exec(path);
    if (!match) continue;
    const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decoded(value)]);
    return { routeKey, signedIn, pathParameters: Object.fromEntries(parameters) };
  }
  return undefined;
}
