import * as v from "valibot";

/** Why the session API refuses, over HTTP and WebSocket alike. */
export const apiErrorCodeSchema = v.picklist([
  /** The message or body does not fit its schema. */
  "bad-request",
  /** No token, or one that is not a valid access token of the User Pool. */
  "unauthorized",
  /** Signed in, but the session is somebody else's. */
  "forbidden",
  "session-not-found",
  /** The code asked for belongs to another session. */
  "code-taken",
  /** The speaker has as many sessions as anybody may have. */
  "too-many-sessions",
  /** A seat was asked for while nobody is on air. */
  "session-not-live",
  /** Every seat is taken. */
  "full",
  /** Another page hosts this session; `takeOver` would displace it. */
  "already-hosted",
  /** A host's message from a connection that is not (or no longer) the host. */
  "not-host",
  /** The seat's lease has ended, or there is no seat with this secret: ask for a new one. */
  "seat-lost",
  "too-large",
  /** Too many requests: try again later. */
  "throttled",
  /** The session API or AWS failed: try again later. */
  "unavailable",
]);
export type ApiErrorCode = v.InferOutput<typeof apiErrorCodeSchema>;

/** Every HTTP error body, and the payload of the WebSocket `error`. */
export const apiErrorSchema = v.object({ code: apiErrorCodeSchema, message: v.string() });

/** HTTP status of each code. */
export const httpStatusOf: Record<ApiErrorCode, 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503> = {
  "bad-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "session-not-found": 404,
  "code-taken": 409,
  "too-many-sessions": 409,
  "session-not-live": 409,
  full: 409,
  "already-hosted": 409,
  "not-host": 409,
  "seat-lost": 409,
  "too-large": 413,
  throttled: 429,
  unavailable: 503,
};
