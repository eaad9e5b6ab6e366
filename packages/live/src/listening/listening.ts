import type { Listening, ListeningOptions } from "./options.ts";

/** One listener's way to the sound of one session. */
export declare function createListening(options: ListeningOptions): Listening;
