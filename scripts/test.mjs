#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, then runs every check there is, and ends with `N passed, N failed`.
 * `npm test -- NAME …` runs one step (check, types, knip, unit, e2e), or the test files of any kind whose path contains
 * NAME; `npm test -- --changed` what sees what was changed since main.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { offerHelp } from "./lib/help.mjs";
import { fail, install, requireNode, root } from "./lib/install.mjs";
import { browserFilesChanged, changedSince, filesNamed, unitFilesChanged } from "./lib/selection.mjs";
import { chromiumVariables, requireFirefox, requireTurnserver, requireVoice } from "./lib/tools.mjs";

const CHECKS = {
  check: ["lint and format", "biome", "check", "--error-on-warnings", "."],
  types: ["types", "tsx", "scripts/types.mjs"],
  knip: ["dead code", "knip"],
};
const STEPS = [...Object.keys(CHECKS), "unit", "e2e"];

const args = process.argv.slice(2);
offerHelp(STEPS.includes(args[0]) ? args[0] : "test");
requireNode();
const changed = args.includes("--changed");
const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--changed");
if (unknown)
  fail(`"${unknown}" is not an option of npm test. There are: --changed, ${STEPS.join(", ")}, or part of a path.`);
if (changed && args.length > 1) fail("npm test -- --changed chooses by itself: it takes no names.");
const steps = STEPS.includes(args[0]) ? args.slice(0, 1) : null;
const names = changed ? [] : args.slice(steps ? 1 : 0);
const named = names.length > 0 ? filesNamed(names) : null;

const since = changed ? changedSince() : null;
/** What each runner is told to run: an empty list is everything. */
const browserFiles = since ? browserFilesChanged(since) : (named?.browser ?? []);
const isAsked = (step) => steps?.includes(step) ?? (named === null || step === "unit" || step === "e2e");
const runsUnit = isAsked("unit") && (named === null || named.unit.length > 0);
const runsBrowser = isAsked("e2e") && ((named ?? since) === null || browserFiles.length > 0);
if (names.length > 0 && !runsUnit && !runsBrowser)
  fail(
    steps[0] in CHECKS
      ? `${steps} takes no names: it looks at everything.`
      : `${steps} has no test file with "${names.join('" or "')}" in its path.`,
  );

install({ scope: "all" });
const env = {
  ...process.env,
  ...(runsBrowser && {
    ...chromiumVariables(),
    FIREFOX_PATH: requireFirefox(),
    LECTERN_VOICE: requireVoice(),
  }),
  // AWS announces the end of Node 20 in every process that signs a request.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  // The unit tests write bundles and templates first; the browser tests take the same ones.
  ...(args.length === 0 && { LECTERN_TEMPLATES: "written" }),
};
if (runsBrowser) requireTurnserver();

const results = `${root}test-results`;
if (runsUnit || runsBrowser) rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Each phase's name, seconds, and counts. */
const phases = [];
async function phase(name, work) {
  const started = Date.now();
  const { passed, failed } = await work();
  phases.push({ name, seconds: Math.round((Date.now() - started) / 1000), passed, failed });
}

/** Checks that are one yes or no each, side by side: most of each runs on one core. */
async function runChecks(asked) {
  console.log(`\n── ${asked.map(([name]) => name).join(", ")}${asked.length > 1 ? ", side by side" : ""} …`);
  const outcomes = asked.map(async ([name, command, ...given]) => {
    const child = spawn(`${root}node_modules/.bin/${command}`, given, { cwd: root, env });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(data));
    const ok = await new Promise((ended) =>
      child.on("error", () => ended(false)).on("close", (code) => ended(code === 0)),
    );
    console.log(`\n── ${name}\n${Buffer.concat(said)}── ${name}: ${ok ? "ok" : "FAILED"}`);
    return ok;
  });
  const passed = (await Promise.all(outcomes)).filter(Boolean).length;
  return { passed, failed: asked.length - passed };
}

/** A test runner: its own counts, and one failure more if it ended badly without naming any. */
function runSuite(name, [command, ...given], report, count, folder = "") {
  console.log(`\n── ${name}`);
  const cwd = `${root}${folder}`;
  const { status } = spawnSync(`${cwd}/node_modules/.bin/${command}`, given, { cwd, stdio: "inherit", env });
  const counted = { passed: 0, failed: 0 };
  try {
    Object.assign(counted, count(JSON.parse(readFileSync(`${results}/${report}`, "utf8"))));
  } catch (error) {
    console.error(`${name} left no report: ${error.message}`);
  }
  // Nothing run, or an error outside any test, is a failure too.
  const isEmpty = counted.passed === 0;
  if ((status !== 0 || isEmpty) && counted.failed === 0) counted.failed = 1;
  return counted;
}

const checks = Object.keys(CHECKS).filter(isAsked);
if (checks.length > 0) await phase("checks", () => runChecks(checks.map((step) => CHECKS[step])));
const unitFiles = runsUnit && since ? unitFilesChanged(since) : (named?.unit ?? []);
if (runsUnit && !(since && unitFiles.length === 0)) {
  const reports = ["--reporter=dot", "--reporter=json", `--outputFile.json=${results}/vitest.json`];
  await phase("unit and integration", () =>
    runSuite("unit and integration", ["vitest", "run", ...reports, ...unitFiles], "vitest.json", (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    })),
  );
}
if (runsBrowser) {
  const files = browserFiles.map((file) => `/${file.replaceAll(".", "\\.")}$`);
  // What is asked for by name does not wait for all that would come before it; a crowd has the machine to itself anyway.
  const chosen = files.length > 0 ? ["--no-deps", ...files] : [];
  if (browserFiles.some((file) => file.endsWith("/crowd.spec.ts"))) chosen.push("--workers=1");
  await phase("browser", () =>
    runSuite(
      "browser",
      ["playwright", "test", ...chosen],
      "playwright.json",
      ({ stats }) => ({
        passed: stats.expected,
        // A test that passed only when tried again, or not at all, is not a test that passes.
        failed: stats.unexpected + stats.flaky + stats.skipped,
      }),
      "e2e",
    ),
  );
}

const sum = (key) => phases.reduce((total, each) => total + each[key], 0);
console.log("");
for (const { name, seconds, passed, failed } of phases) {
  console.log(
    `${name.padEnd(22)} ${String(seconds).padStart(5)} s  ${String(passed).padStart(5)} passed  ${String(failed).padStart(3)} failed`,
  );
}
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
