import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Computes until whoever started it is gone, however that ended. */
const work = `
const parent = process.ppid;
while (process.ppid === parent) for (let i = 0; i < 1e7; i++);`;

/** Keeps every core busy, at normal priority, until the returned function is called. */
export function keepCoresBusy(): () => void {
  const workers = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", work], { stdio: "ignore" }),
  );
  return () => {
    for (const worker of workers) worker.kill("SIGKILL");
  };
}
