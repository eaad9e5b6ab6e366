/**
 * Runs each property of `*.fuzz.test.ts` for `--seconds N` (default 60), with other cases each time. In npm test each has the
 * same 1000, or 200 over sockets. A failure prints its seed; LECTERN_FUZZ_SEED repeats it.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";
import { runVitest } from "./lib/vitest.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, json: { type: "boolean" } },
});

const reportSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(
        v.object({
          title: v.string(),
          status: v.string(),
          duration: v.optional(v.nullable(v.number()), 0),
          meta: v.optional(v.object({ cases: v.optional(v.number(), 0) }), {}),
        }),
      ),
    }),
  ),
});

const outputFile = `${root}test-results/fuzz.json`;
mkdirSync(`${root}test-results`, { recursive: true });
const status = runVitest(
  ["--project=fuzz", "--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`],
  { LECTERN_FUZZ_CASES: "100000000", LECTERN_FUZZ_SECONDS: values.seconds },
);
const { testResults } = v.parse(reportSchema, JSON.parse(readFileSync(outputFile, "utf8")));
const edges = testResults.map(({ name, assertionResults }) => ({
  edge: name.slice(root.length).replace(".fuzz.test.ts", ""),
  cases: assertionResults.reduce((sum, { meta }) => sum + (meta.cases ?? 0), 0),
  seconds: Math.round(assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000),
  failures: assertionResults.filter((result) => result.status === "failed").length,
}));
print(
  edges.map(
    ({ edge, cases, seconds, failures }) =>
      `${String(cases).padStart(9)} cases  ${String(seconds).padStart(5)} s  ${failures} failed  ${edge}`,
  ),
  { edges },
);
process.exit(status);
