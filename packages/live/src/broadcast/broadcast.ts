import type { Broadcast, BroadcastOptions } from "./options.ts";

/** One speaker's way on air. */
export declare function createBroadcast(options: BroadcastOptions): Broadcast;
