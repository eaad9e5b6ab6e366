/**
 * An hour of the clock in which somebody joins or leaves every two seconds: what both pages and local-aws hold before and
 * after. About a quarter of an hour. The same test runs shorter in npm test, with limits.
 */
import * as v from "valibot";
import { print } from "./lib/report.ts";
import { runSpecs } from "./lib/specs.ts";

const held = v.record(v.string(), v.number());
const noted = v.object({ events: v.number(), before: held, after: held });

const [found] = runSpecs("resilience/churn", "churn", { LECTERN_CHURN_EVENTS: "1800" });
const { events, before, after } = v.parse(noted, found);
const lines = Object.entries(after).map(([what, count]) => `${what.padEnd(24)} ${before[what]} → ${count}`);
print([`${events} joins and leaves`, ...lines], { events, before, after });
