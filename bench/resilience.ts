/** Runs the browser tests in e2e/resilience, prints how long sound was missing after each fault, and rewrites docs/resilience.md. */
import * as v from "valibot";
import { print } from "./lib/report.ts";
import { runSpecs } from "./lib/specs.ts";

const rows = v.array(v.object({ fault: v.string(), sees: v.string(), gapMs: v.number() }));

const faults = v.parse(rows, runSpecs("resilience", "resilience", { LECTERN_RESILIENCE: "write" }));
print(
  faults.map(({ fault, gapMs }) => `${String(Math.round(gapMs)).padStart(6)} ms  ${fault}`),
  { faults },
);
