import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Not `packageManager` in package.json: with it pnpm 12 wants its own builds in the lockfile, and a frozen install fails. */
const PNPM = "pnpm@12.21.0";
const MINIMUM_NODE = [20, 19];

/** Prints the line and ends the process. */
export function fail(line) {
  console.error(`\n${line}\n`);
  process.exit(1);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1])) {
    fail(
      `Lectern needs Node ${MINIMUM_NODE.join(".")} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
    );
  }
}

const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];

/**
 * Installs the packages in the lockfile, unless that was done already. By npx, because corepack's keys are stale on Node 20.
 * @param {{ scope: "start" | "all" }} options "start" leaves out what only tests, benches and deployment need.
 */
export function install({ scope }) {
  const digest = createHash("sha256");
  for (const file of manifests) digest.update(readFileSync(`${root}${file}`));
  const stamp = `${digest.digest("hex")} ${process.versions.modules}`;
  const stampFile = (of) => `${root}node_modules/.lectern/${of}`;
  const stamped = (of) => {
    try {
      return readFileSync(stampFile(of), "utf8") === stamp;
    } catch {
      return false;
    }
  };
  if (stamped("all") || stamped(scope)) return;

  console.log("Installing what is missing …");
  const leftOut =
    scope === "all"
      ? []
      : ["infra", "bench", "e2e", "fuzz", "states"].flatMap((name) => ["--filter", `!@lectern/${name}`]);
  const result = spawnSync(
    "npx",
    ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only", ...leftOut],
    {
      cwd: root,
      encoding: "utf8",
      // An old npm warns about settings of newer ones, so the output is shown only if the install fails.
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    },
  );
  if (result.status !== 0) {
    const output = `${result.stdout ?? ""}\n${result.stderr ?? ""}`.trim();
    const reason =
      output.split("\n").find((line) => /ERR|error/i.test(line)) ?? result.error?.message ?? "no reason given";
    mkdirSync(`${root}.local`, { recursive: true });
    writeFileSync(`${root}.local/install.log`, output);
    fail(
      `The install failed: ${reason.trim()}\nThe whole output is in .local/install.log. Check the network, then run the same command again.`,
    );
  }
  mkdirSync(`${root}node_modules/.lectern`, { recursive: true });
  writeFileSync(stampFile(scope), stamp);
}
