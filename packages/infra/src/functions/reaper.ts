import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

const { reap, endAll } = createHandlers(readEnvironment(process.env));

/** Invoked once a minute by a schedule, and with `endAll` by `npm run emergency-stop`. */
export const handler = (event?: { endAll?: boolean }): Promise<void> => (event?.endAll === true ? endAll() : reap());
