import { createContext } from "./context.ts";
import type { Handlers, HandlersEnvironment } from "./environment.ts";
import { createHttp } from "./http/http.ts";
import { endAll, reap } from "./reap.ts";
import { createWebSocket } from "./websocket/web-socket.ts";

/** Cheap enough to be built anew for each call; built once a process on Lambda, so that the pool's keys are fetched once. */
export function createHandlers(environment: HandlersEnvironment): Handlers {
  const context = createContext(environment);
  return {
    http: createHttp(context),
    webSocket: createWebSocket(context),
    reap: () => reap(context),
    endAll: () => endAll(context),
  };
}
