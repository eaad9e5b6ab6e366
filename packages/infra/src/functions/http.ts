import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

/** The HTTP API's one integration. */
export const handler = createHandlers(readEnvironment(process.env)).http;
