/** The session API as the pages call it. Runs in browsers; no AWS SDK. */
export { SessionApiError, type SessionApiErrorCode } from "../errors.ts";
export type { ClientEnvironment, ClientSocket } from "./environment.ts";
export { createSessionApi, type SessionApi, type SessionApiOptions } from "./session-api.ts";
export {
  connectSession,
  type SessionConnection,
  type SessionConnectionOptions,
  type SessionEvent,
} from "./session-connection.ts";
