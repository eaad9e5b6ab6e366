import { createHandlers } from "@lectern/session-api/handlers";
import { readEnvironment } from "./environment.ts";

const { reap, endAll } = createHandlers(readEnvironment(process.env));

/** Started once a minute by a schedule; `npm run emergency-stop` starts it with `endAll`. */
export const handler = (event?: { endAll?: boolean }): Promise<void> => (event?.endAll === true ? endAll() : reap());
