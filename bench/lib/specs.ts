import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { root } from "./root.ts";

const annotationSchema = v.object({ type: v.string(), description: v.optional(v.string(), "") });
type Annotation = v.InferOutput<typeof annotationSchema>;
interface Suite {
  suites?: Suite[] | undefined;
  specs: { tests: { annotations: Annotation[] }[] }[];
}
const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  suites: v.optional(v.array(v.lazy(() => suiteSchema))),
  specs: v.array(v.object({ tests: v.array(v.object({ annotations: v.array(annotationSchema) })) })),
});
const reportSchema = v.object({ suites: v.array(suiteSchema) });

const annotationsOf = ({ suites = [], specs }: Suite): Annotation[] => [
  ...specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations)),
  ...suites.flatMap(annotationsOf),
];

/** Runs browser tests, one after the other, and returns their annotations of this type, parsed. Ends the process if a test fails. */
export function runSpecs(filter: string, type: string, env: Record<string, string>): unknown[] {
  const { status } = spawnSync(`${root}e2e/node_modules/.bin/playwright`, ["test", "--no-deps", filter], {
    cwd: `${root}e2e`,
    env: { ...process.env, LECTERN_TEST_PRODUCTS: "1", ...env },
    stdio: ["ignore", process.stderr, "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  const report = v.parse(reportSchema, JSON.parse(readFileSync(`${root}test-results/playwright.json`, "utf8")));
  return report.suites
    .flatMap(annotationsOf)
    .filter((annotation) => annotation.type === type)
    .map(({ description }) => JSON.parse(description));
}
