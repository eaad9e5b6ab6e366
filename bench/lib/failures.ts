import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";

interface Suite {
  suites?: Suite[] | undefined;
  specs: { title: string; file: string; ok: boolean; tests: { status: string; annotations: { type: string }[] }[] }[];
}
const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  suites: v.optional(v.array(v.lazy(() => suiteSchema))),
  specs: v.array(
    v.object({
      title: v.string(),
      file: v.string(),
      ok: v.boolean(),
      tests: v.array(v.object({ status: v.string(), annotations: v.array(v.object({ type: v.string() })) })),
    }),
  ),
});
const playwrightSchema = v.object({ suites: v.array(suiteSchema) });
const vitestSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

const specsOf = ({ suites = [], specs }: Suite): Suite["specs"] => [...specs, ...suites.flatMap(specsOf)];
const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);

/** Of the last `npm test`: which tests failed, and how often a browser test began a round again. */
export function readOutcome(root: string): { failed: string[]; repeated: number } {
  const browser = read(`${root}test-results/playwright.json`);
  const specs = browser ? v.parse(playwrightSchema, browser).suites.flatMap(specsOf) : [];
  const unit = read(`${root}test-results/vitest.json`);
  const files = unit ? v.parse(vitestSchema, unit).testResults : [];
  const annotations = specs.flatMap(({ tests }) => tests.flatMap((test) => test.annotations));
  return {
    failed: [
      ...files.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName }) => `${name.replace(root, "")}: ${fullName}`),
      ),
      ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `e2e/${file}: ${title}`),
      ...specs
        .filter(({ tests }) => tests.some(({ status }) => status === "skipped"))
        .map(({ file, title }) => `e2e/${file}: ${title} (did not run)`),
    ],
    repeated: annotations.filter(({ type }) => type === "repeated").length,
  };
}
