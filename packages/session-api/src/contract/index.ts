/** What crosses the wire between the pages and the session API. Runs in browsers and in Node alike. */
export {
  type ClientIdParts,
  createClientId,
  createMacKey,
  randomHex128,
  seatIdOf,
  verifyClientId,
} from "./client-id.ts";
export { type ApiErrorCode, apiErrorCodeSchema, apiErrorSchema, httpStatusOf } from "./errors.ts";
export {
  type ConfigResponse,
  type CreateSession,
  configResponseSchema,
  createSessionSchema,
  healthResponseSchema,
  type PatchSession,
  passwordPolicySchema,
  patchSessionSchema,
  type SessionResponse,
  type SessionsResponse,
  sessionResponseSchema,
  sessionsResponseSchema,
} from "./http.ts";
export { HTTP_CORS, HTTP_ROUTES, HTTP_THROTTLE, WEB_SOCKET_ROUTES, WEB_SOCKET_THROTTLE } from "./routes.ts";
export {
  type ChannelEndpoints,
  channelEndpointsSchema,
  codeSchema,
  epochMsSchema,
  type Session,
  type SessionStatus,
  sessionSchema,
  sessionStatusSchema,
  titleSchema,
} from "./session.ts";
export {
  type ClientMessage,
  clientMessageSchema,
  MAX_MESSAGE_BYTES,
  PING_INTERVAL_MS,
  SEAT_LEASE_MS,
  SEATS_PER_CHANNEL,
  type ServerMessage,
  serverMessageSchema,
} from "./websocket.ts";
