/**
 * Somebody joins or leaves every two seconds for an hour of local-aws's clock: memory, timers and handles of both pages and
 * of local-aws before and after. Takes about a quarter of an hour. Before it, two such hours of local-aws alone. npm test runs
 * shorter forms of both.
 */
import * as v from "valibot";
import { print } from "./lib/report.ts";
import { runSpecs } from "./lib/specs.ts";
import { runVitest } from "./lib/vitest.ts";

const resources = v.record(v.string(), v.number());
const noted = v.object({ events: v.number(), before: resources, after: resources });

const status = runVitest(["packages/local-aws/src/integration/churn"], { LECTERN_CHURN_STEP_MS: "2000" });
if (status !== 0) process.exit(status);

const [found] = runSpecs("resilience/churn", "churn", { LECTERN_CHURN_EVENTS: "1800" });
const { events, before, after } = v.parse(noted, found);
const lines = Object.entries(after).map(([what, count]) => `${what.padEnd(24)} ${before[what]} → ${count}`);
print([`${events} joins and leaves`, ...lines], { events, before, after });
