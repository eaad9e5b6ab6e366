import { spawnSync } from "node:child_process";
import { root } from "./root.ts";

/** Runs unit tests, with their output on stderr. Returns the exit code. */
export function runVitest(args: readonly string[], env: Readonly<Record<string, string>>): number {
  const { status } = spawnSync(`${root}node_modules/.bin/vitest`, ["run", ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", process.stderr, "inherit"],
  });
  return status ?? 1;
}
