/**
 * An hour of the clock in which somebody joins or leaves every two seconds: what both pages and local-aws hold before and
 * after. About a quarter of an hour. Before it, two such hours of local-aws alone. The same tests run shorter in npm test.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { print } from "./lib/report.ts";
import { runSpecs } from "./lib/specs.ts";

const held = v.record(v.string(), v.number());
const noted = v.object({ events: v.number(), before: held, after: held });

const root = fileURLToPath(new URL("..", import.meta.url));
const { status } = spawnSync(`${root}node_modules/.bin/vitest`, ["run", "packages/local-aws/src/integration/churn"], {
  cwd: root,
  env: { ...process.env, LECTERN_CHURN_STEP_MS: "2000" },
  stdio: ["ignore", process.stderr, "inherit"],
});
if (status !== 0) process.exit(status ?? 1);

const [found] = runSpecs("resilience/churn", "churn", { LECTERN_CHURN_EVENTS: "1800" });
const { events, before, after } = v.parse(noted, found);
const lines = Object.entries(after).map(([what, count]) => `${what.padEnd(24)} ${before[what]} → ${count}`);
print([`${events} joins and leaves`, ...lines], { events, before, after });
