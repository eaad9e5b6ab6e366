/** The session API itself (design §4): runs on Lambda and on a laptop alike, and knows of neither. Node only. */
export { createCustomMessage } from "./custom-message.ts";
export type { Handlers, HandlersEnvironment } from "./environment.ts";
export { createHandlers } from "./handlers.ts";
export { createPreSignUp } from "./pre-sign-up.ts";
export { preTokenGeneration, speakerOf } from "./pre-token-generation.ts";
export { TTL_ATTRIBUTE, tableDefinition } from "./store/table-definition.ts";
