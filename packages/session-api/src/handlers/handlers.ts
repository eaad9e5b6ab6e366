import type { Handlers, HandlersEnvironment } from "./environment.ts";
import { createHttp } from "./http/http.ts";
import { endAll, reap } from "./reaper.ts";
import { createResources } from "./resources.ts";
import { createWebSocket } from "./websocket/web-socket.ts";

/** Cheap to call. On Lambda it is called once a process, so that the pool's keys are fetched once. */
export function createHandlers(environment: HandlersEnvironment): Handlers {
  const resources = createResources(environment);
  return {
    http: createHttp(resources),
    webSocket: createWebSocket(resources),
    reap: () => reap(resources),
    endAll: () => endAll(resources),
  };
}
