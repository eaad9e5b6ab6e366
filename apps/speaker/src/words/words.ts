import type * as en from "./en/index.ts";

/** Everything the speaker's page says, in one language. One that lacks a phrase does not compile. */
export type Words = typeof en;
