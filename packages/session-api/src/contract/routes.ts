/** Of one session, whose code is put in. */
export const SESSION_PATH = "/sessions/{code}";

/**
 * The HTTP API's routes, by what each does; a request for anything else is answered 404 and reaches no handler. `signedIn`:
 * API Gateway lets only JWTs of the User Pool through.
 */
export const HTTP_ROUTES = {
  createSession: { method: "POST", path: "/sessions", signedIn: true },
  listSessions: { method: "GET", path: "/sessions", signedIn: true },
  getSession: { method: "GET", path: SESSION_PATH, signedIn: false },
  patchSession: { method: "PATCH", path: SESSION_PATH, signedIn: true },
  deleteSession: { method: "DELETE", path: SESSION_PATH, signedIn: true },
  getConfig: { method: "GET", path: "/config", signedIn: false },
  getHealth: { method: "GET", path: "/health", signedIn: false },
} as const;
export type HttpOperation = keyof typeof HTTP_ROUTES;

/** The HTTP API's CORS configuration. Any origin is allowed, because requests carry their token in a header and no cookie. */
export const HTTP_CORS = {
  allowOrigins: ["*"],
  allowMethods: ["DELETE", "GET", "PATCH", "POST"],
  allowHeaders: ["authorization", "content-type"],
  maxAgeSeconds: 600,
} as const;

/** Requests a second: enough for a hall that opens one link at once, and no more than a new account's ten functions answer. */
export const HTTP_THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** The WebSocket API's routes: every message goes to `$default`, whatever its `action`. */
export const WEB_SOCKET_ROUTES = ["$connect", "$disconnect", "$default"] as const;

/** Messages a second; one listener's join is three. */
export const WEB_SOCKET_THROTTLE = { rateLimit: 300, burstLimit: 600 };
