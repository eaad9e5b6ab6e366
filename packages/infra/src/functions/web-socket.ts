import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

/** The WebSocket API's one integration: $connect, $disconnect and $default. */
export const handler = createHandlers(readEnvironment(process.env)).webSocket;
