import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
    .filter((file) => UNIT.test(file) || BROWSER.test(file));

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
  ],
  "apps/page": ["states", "languages", "deployed"],
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
  ],
  "apps/states": ["states"],
  "packages/auth": ["accounts", "refusals", "resilience/credentials"],
  "packages/i18n": ["states", "languages"],
  "packages/infra": ["deployed"],
  "packages/live": ["sound", "firefox", "listener-options", "microphone", "recording", "admission", "resilience"],
  "packages/local-aws": ["accounts", "refusals", "sound", "resilience"],
  "packages/session-api": ["admission", "join", "talks", "refusals", "resilience/services", "resilience/peers"],
  "packages/ui": ["states", "accessibility"],
  scripts: ["lan"],
};
/** What everything else is built on: every browser test sees it. */
export const UNDER_ALL = "packages/primitives";

/** The browser tests that see one of these files change: parts of their paths. */
function seenBy(changed) {
  const isIn = (folder) => changed.some((file) => file.startsWith(`${folder}/`));
  if (isIn(UNDER_ALL)) return [""];
  return Object.entries(SEEN_BY).flatMap(([folder, names]) => (isIn(folder) ? names : []));
}

/** Where this work branched off what others have: main as it is upstream, or here where there is no upstream. */
export function changedSince() {
  const main = ["origin/main", "main"].find((name) => git("rev-parse", "--verify", "--quiet", name) !== null);
  const base = main && git("merge-base", "HEAD", main);
  return base ?? fail("npm test -- --changed compares with main, and there is no such branch here.");
}

/** A file of e2e and all that it imports of e2e. */
function importsOf(file, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, path] of readFileSync(`${root}${file}`, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
    const imported = join(dirname(file), path);
    if (imported.startsWith("e2e/")) importsOf(imported, known);
  }
  return known;
}

/** The browser tests that were changed since, or see what was. */
export function browserFilesChanged(since) {
  const changed = `${git("diff", "--name-only", since)}\n${git("ls-files", "--others", "--exclude-standard")}`
    .split("\n")
    .filter((file) => file !== "" && !UNIT.test(file));
  const names = seenBy(changed);
  const specs = testFiles().filter((file) => BROWSER.test(file));
  return specs.filter(
    (file) =>
      names.some((name) => file.startsWith(`e2e/${name}`)) || [...importsOf(file)].some((one) => changed.includes(one)),
  );
}
