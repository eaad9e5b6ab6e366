/** What properties of bad input are made of, for the tests of every package. Imports none of them. */
export { default as fc } from "fast-check";
export { CANARY, expectNoEcho } from "./canary.ts";
export { printed } from "./console.ts";
export { damaged, hostile, type Json, json } from "./json.ts";
export { fuzzLimits, overSockets } from "./limits.ts";
export { edited, text } from "./text.ts";
export { wire } from "./wire.ts";
