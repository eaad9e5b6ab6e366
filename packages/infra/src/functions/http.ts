import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

/** Handles every route of the HTTP API. */
export const handler = createHandlers(readEnvironment(process.env)).http;
