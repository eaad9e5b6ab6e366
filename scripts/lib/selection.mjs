import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fail, root } from "./install.mjs";

const UNIT = /\.test\.ts$/;
const BROWSER = /\.spec\.ts$/;

const git = (...args) => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
};

/** Every test file, unit and browser, by its path from the root. */
export const testFiles = () =>
  (git("ls-files", "--cached", "--others", "--exclude-standard") ?? "")
    .split("\n")
    // One that was deleted is listed until that is staged.
    .filter((file) => (UNIT.test(file) || BROWSER.test(file)) && existsSync(`${root}${file}`));

/** The test files whose path contains one of these. Ends the process if one is in no path. */
export function filesNamed(names) {
  const files = testFiles();
  const lost = names.find((name) => !files.some((file) => file.includes(name)));
  if (lost !== undefined) fail(`No test file has "${lost}" in its path.`);
  const chosen = files.filter((file) => names.some((name) => file.includes(name)));
  return { unit: chosen.filter((file) => UNIT.test(file)), browser: chosen.filter((file) => BROWSER.test(file)) };
}

/** Which browser tests see what lies in a folder: parts of their paths. */
export const SEEN_BY = {
  "apps/listener": [
    "states",
    "join",
    "languages",
    "listener-options",
    "refusals",
    "report",
    "phones",
    "accessibility",
    "resilience/peers",
    "listening",
    "browsers",
  ],
  "apps/page": ["states", "languages", "deployed", "browsers"],
  "apps/speaker": [
    "states",
    "accounts",
    "languages",
    "microphone",
    "poster",
    "recording",
    "talks",
    "phones",
    "accessibility",
    "wishes",
    "browsers",
  ],
  "apps/states": ["states"],
  "packages/auth": ["accounts", "refusals", "resilience/credentials"],
  "packages/i18n": ["states", "languages"],
  "packages/infra": ["deployed"],
  "packages/live": [
    "sound",
    "firefox",
    "listener-options",
    "listening",
    "microphone",
    "recording",
    "admission",
    "resilience",
    "flood",
    "clock",
    "wishes",
  ],
  "packages/local-aws": ["accounts", "refusals", "sound", "resilience"],
  "packages/session-api": [
    "admission",
    "join",
    "talks",
    "refusals",
    "resilience/services",
    "resilience/peers",
    "resilience/crowd",
  ],
  "packages/ui": ["states", "accessibility"],
  scripts: ["lan"],
};
/** What everything else is built on: every browser test sees it. */
export const UNDER_ALL = "packages/primitives";
/** What every browser test is run by; these, and what they import of e2e. */
const RUN_BY = ["e2e/playwright.config.ts", "e2e/lib/start-products.ts", "e2e/lib/resilience-reporter.ts"];
const UNDER_E2E = ["scripts/start/", "pnpm-lock.yaml", "e2e/package.json", ".env.example"];

/** The browser tests that see one of these files change: parts of their paths. */
function seenBy(changed) {
  const isIn = (folder) => changed.some((file) => file.startsWith(`${folder}/`));
  const isUnderE2e = changed.some((file) => UNDER_E2E.some((path) => file.startsWith(path)));
  if (isIn(UNDER_ALL) || isUnderE2e) return [""];
  return Object.entries(SEEN_BY).flatMap(([folder, names]) => (isIn(folder) ? names : []));
}

/** Where this work branched off what others have: main as it is upstream, or here where there is no upstream. */
export function changedSince() {
  const main = ["origin/main", "main"].find((name) => git("rev-parse", "--verify", "--quiet", name) !== null);
  const base = main && git("merge-base", "HEAD", main);
  return base ?? fail("npm test -- --changed compares with main, and there is no such branch here.");
}

/** Files of e2e and all that they import of e2e. */
function importsOf(files, known = new Set()) {
  for (const file of files) {
    if (known.has(file)) continue;
    known.add(file);
    const imports = [...readFileSync(`${root}${file}`, "utf8").matchAll(/from "(\.[^"]+)"/g)];
    const paths = imports.map(([, path]) => join(dirname(file), path));
    importsOf(
      paths.filter((path) => path.startsWith("e2e/")),
      known,
    );
  }
  return known;
}

const changedFiles = (since) =>
  `${git("diff", "--name-only", since)}\n${git("ls-files", "--others", "--exclude-standard")}`
    .split("\n")
    .filter(Boolean);

/**
 * The unit tests that were changed since, or import what was; and all of infra's where that was: they read templates and
 * run commands, and import neither.
 */
export function unitFilesChanged(since) {
  const given = ["list", "--changed", since, "--filesOnly", "--json"];
  const { status, stdout, stderr } = spawnSync(`${root}node_modules/.bin/vitest`, given, {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) fail(`Vitest cannot tell what sees the change:\n${stderr}`);
  const importing = JSON.parse(stdout).map(({ file }) => relative(root, file));
  const isInfra = (file) => file.startsWith("packages/infra/");
  const reading = changedFiles(since).some(isInfra)
    ? testFiles().filter((file) => UNIT.test(file) && isInfra(file))
    : [];
  return [...new Set([...importing, ...reading])];
}

/** The browser tests that were changed since, or see what was. */
export function browserFilesChanged(since) {
  const changed = changedFiles(since).filter((file) => !UNIT.test(file));
  const names = seenBy(changed);
  const specs = testFiles().filter((file) => BROWSER.test(file));
  const isIn = (files) => changed.some((file) => files.has(file));
  return specs.filter(
    (file) => names.some((name) => file.startsWith(`e2e/${name}`)) || isIn(importsOf([file, ...RUN_BY])),
  );
}
