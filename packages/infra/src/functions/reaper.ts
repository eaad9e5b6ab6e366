import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

/** Started once a minute by a schedule. */
export const handler = createHandlers(readEnvironment(process.env)).reap;
