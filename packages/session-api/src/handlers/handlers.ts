import type { Handlers, HandlersEnvironment } from "./environment.ts";

export function createHandlers(_environment: HandlersEnvironment): Handlers {
  throw new Error("not yet");
}
