/** Everything that pages and session API must agree on. Runs in browsers and in Node. */
export { createClientId, createSeatId, expiryOf, seatIdOf, slotOf, verifyClientId } from "./client-id.ts";
export { type ApiErrorCode, apiErrorSchema, httpStatusOf } from "./errors.ts";
export {
  type ConfigResponse,
  type CreateSession,
  configResponseSchema,
  createSessionSchema,
  healthResponseSchema,
  type PatchSession,
  patchSessionSchema,
  sessionResponseSchema,
  sessionsResponseSchema,
} from "./http.ts";
export {
  HTTP_CORS,
  HTTP_ROUTES,
  HTTP_THROTTLE,
  type HttpOperation,
  SESSION_PATH,
  WEB_SOCKET_ROUTES,
  WEB_SOCKET_THROTTLE,
} from "./routes.ts";
export {
  type ChannelEndpoints,
  channelEndpointsSchema,
  codeSchema,
  epochMsSchema,
  type Session,
  type SessionStatus,
  sessionSchema,
  titleSchema,
} from "./session.ts";
export { staggerMs } from "./stagger.ts";
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
