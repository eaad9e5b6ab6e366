#!/usr/bin/env node
/** `npm test`: installs what is missing, then runs every check there is, and ends with `N passed, N failed`. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { install, requireNode, root } from "./lib/install.mjs";
import { requireChromium, requireFirefox, requireTurnserver, requireVoice } from "./lib/tools.mjs";

requireNode();
install({ scope: "all" });
const env = {
  ...process.env,
  CHROMIUM_PATH: requireChromium(),
  FIREFOX_PATH: requireFirefox(),
  LECTERN_VOICE: requireVoice(),
  // AWS announces the end of Node 20 in every process that signs a request.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  // The unit tests write bundles and templates first; the browser tests take the same ones.
  LECTERN_TEMPLATES: "written",
};
requireTurnserver();

const results = `${root}test-results`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0 };

function run(name, [command, ...args], folder = "") {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const cwd = `${root}${folder}`;
  const { status } = spawnSync(`${cwd}/node_modules/.bin/${command}`, args, { cwd, stdio: "inherit", env });
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

/** Checks that are one yes or no each, side by side: most of each runs on one core. */
async function checks(commands) {
  const started = Date.now();
  const results = Object.entries(commands).map(async ([name, [command, ...args]]) => {
    const child = spawn(`${root}node_modules/.bin/${command}`, args, { cwd: root, env });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(data));
    const ok = await new Promise((ended) =>
      child.on("error", () => ended(false)).on("close", (code) => ended(code === 0)),
    );
    console.log(`\n── ${name}\n${Buffer.concat(said)}── ${name}: ${ok ? "ok" : "FAILED"}`);
    total[ok ? "passed" : "failed"] += 1;
  });
  await Promise.all(results);
  console.log(`── checks: in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** A test runner: its own counts, and one failure more if it ended badly without naming any. */
function suite(name, args, report, count, folder) {
  const ok = run(name, args, folder);
  let counted = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(`${results}/${report}`, "utf8")));
  } catch (error) {
    console.error(`${name} left no report: ${error.message}`);
  }
  total.passed += counted.passed;
  total.failed += counted.failed;
  // Nothing run, or an error outside any test, is a failure too.
  if ((!ok || counted.passed === 0) && counted.failed === 0) total.failed += 1;
}

await checks({
  "lint and format": ["biome", "check", "--error-on-warnings", "."],
  types: ["tsx", "scripts/types.mjs"],
  "dead code": ["knip"],
});
suite(
  "unit and integration",
  ["vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${results}/vitest.json`],
  "vitest.json",
  (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
);
suite(
  "browser",
  ["playwright", "test"],
  "playwright.json",
  ({ stats }) => ({
    passed: stats.expected,
    // A test that passed only when tried again, or not at all, is not a test that passes.
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }),
  "e2e",
);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
