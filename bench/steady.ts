/**
 * The whole of `npm test`, or what `--only NAME` picks of it, three times (`--times N`) while something else keeps every
 * core busy: what failed, and how often.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { keepCoresBusy } from "./lib/busy.ts";
import { readOutcome } from "./lib/failures.ts";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";

const { values } = parseArgs({
  options: { times: { type: "string", default: "3" }, only: { type: "string" }, json: { type: "boolean" } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) throw new Error("--times takes a whole number from 1 up.");

const letCoresRest = keepCoresBusy();
process.on("exit", letCoresRest);
let stop: (signal: NodeJS.Signals) => void = () => undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stop(signal);
    process.exit(130);
  });
}

/** In a process group of its own, so that an interruption reaches all of it, once. */
function runTests(): Promise<boolean> {
  const only = values.only ? [values.only] : [];
  const tests = spawn(process.execPath, [`${root}scripts/test.mjs`, ...only], {
    cwd: root,
    stdio: ["ignore", process.stderr, "inherit"],
    detached: true,
  });
  stop = (signal) => void (tests.pid && process.kill(-tests.pid, signal));
  return new Promise((resolve, reject) => tests.on("error", reject).on("close", (code) => resolve(code === 0)));
}

const failures = new Map<string, number>();
const runs: { ok: boolean; seconds: number; repeated: number }[] = [];
for (let run = 0; run < times; run++) {
  const started = performance.now();
  const ok = await runTests();
  const { failed, repeated } = readOutcome(root);
  if (!ok && failed.length === 0) failed.push("something other than a test: see what was printed");
  for (const name of failed) failures.set(name, (failures.get(name) ?? 0) + 1);
  runs.push({ ok, seconds: Math.round((performance.now() - started) / 1000), repeated });
}

print(
  [
    ...runs.map(
      ({ ok, seconds, repeated }) => `${ok ? "green" : "FAILED"} in ${seconds} s, ${repeated} rounds repeated`,
    ),
    ...[...failures].map(([name, count]) => `failed ${count} of ${times}: ${name}`),
  ],
  { times, runs, failures: Object.fromEntries(failures) },
);
process.exit(failures.size === 0 ? 0 : 1);
