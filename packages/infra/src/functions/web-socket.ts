import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

/** Handles every route of the WebSocket API: $connect, $disconnect and $default. */
export const handler = createHandlers(readEnvironment(process.env)).webSocket;
