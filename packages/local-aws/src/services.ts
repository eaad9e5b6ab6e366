import type { Deps } from "./deps.ts";
import type { Service } from "./http/service.ts";

/** Every service, in the order they are asked whether a request is theirs. */
export const createServices: readonly ((deps: Deps) => Service | Promise<Service>)[] = [];
