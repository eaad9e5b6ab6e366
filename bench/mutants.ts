/**
 * Mutation testing: Stryker makes one change at a time to the modules below, and runs the unit tests that execute the changed
 * code. A mutant that no test fails for survives. `-- mutants NAME` for one module.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";

const MODULES: Record<string, { file: string; tests: string }> = {
  seats: { file: "packages/session-api/src/handlers/store/seats.ts", tests: "packages/session-api/src/handlers/**" },
  hosts: { file: "packages/session-api/src/handlers/store/hosts.ts", tests: "packages/session-api/src/handlers/**" },
  admission: { file: "packages/live/src/broadcast/admission.ts", tests: "packages/live/src/**" },
  broadcast: { file: "packages/live/src/broadcast/{state,view}.ts", tests: "packages/live/src/**" },
  listening: { file: "packages/live/src/listening/{state,view,media-state}.ts", tests: "packages/live/src/**" },
  sealing: { file: "packages/auth/src/vault/sealing.ts", tests: "packages/auth/src/vault/**" },
};

/** Mutants that do not compile or run count as neither. */
const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

async function mutate({ file, tests }: { file: string; tests: string }) {
  process.env.LECTERN_MUTANTS_TESTS = `${tests}/*.test.ts`;
  const results = await new Stryker({
    mutate: [file],
    testRunner: "vitest",
    plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
    vitest: { configFile: "bench/mutants.config.ts" },
    // Otherwise Stryker parses tsconfig.json with TypeScript's JavaScript API, which TypeScript 7 does not have.
    tsconfigFile: "none",
    coverageAnalysis: "perTest",
    concurrency: availableParallelism(),
    ignorePatterns: ["test-results", ".local", "apps", "e2e", "packages/infra/cdk.out", "packages/infra/dist"],
    tempDirName: "test-results/mutants",
    cleanTempDir: "always",
    // Endless loops are found by counting; this is for tests that hang, and must not count slow ones on a busy machine.
    timeoutMS: 30_000,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
  }).runMutationTest();
  const survivors = results
    .filter(({ status }) => UNNOTICED.includes(status))
    .toSorted((a, b) => a.location.start.line - b.location.start.line)
    .map(({ location, mutatorName, replacement }) => ({
      at: `${file}:${location.start.line}:${location.start.column}`,
      mutator: mutatorName,
      replacement: replacement ?? "",
    }));
  const noticed = results.filter(({ status }) => NOTICED.includes(status)).length;
  return { mutants: noticed + survivors.length, noticed, survivors };
}

const percent = (noticed: number, mutants: number) => `${((100 * noticed) / mutants).toFixed(1)} %`;

const { positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const names = positionals.length > 0 ? positionals : Object.keys(MODULES);
process.chdir(root);
const modules = [];
for (const name of names) {
  const module = MODULES[name];
  if (!module) throw new Error(`${name} is none of ${Object.keys(MODULES).join(", ")}`);
  modules.push({ name, ...(await mutate(module)) });
}
const mutants = modules.reduce((sum, module) => sum + module.mutants, 0);
const noticed = modules.reduce((sum, module) => sum + module.noticed, 0);
print(
  [
    ...modules.flatMap(({ name, survivors, ...of }) => [
      `${name}: ${percent(of.noticed, of.mutants)} of ${of.mutants}, ${survivors.length} survive`,
      ...survivors.map(({ at, mutator, replacement }) => `  ${at}  ${mutator}  → ${replacement.replaceAll("\n", " ")}`),
    ]),
    `in all: ${percent(noticed, mutants)} of ${mutants}, ${mutants - noticed} survive`,
  ],
  { bench: "mutants", score: (100 * noticed) / mutants, modules },
);
