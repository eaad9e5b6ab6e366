/**
 * How long `npm start` takes in a fresh clone until both pages answer, with nothing installed and once more; and the memory
 * of all its processes while eight listen. Linux only (/proc).
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumOptions } from "@lectern/e2e/chromium";
import { chromium } from "@playwright/test";
import { goLive } from "./lib/pages.ts";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";

const env = {
  ...process.env,
  LECTERN_SPEAKER_PORT: "27173",
  LECTERN_LISTENER_PORT: "27174",
  LECTERN_AWS_PORT: "29701",
};

/** Resolves when `npm start` says that it is running: the API and both pages have answered. */
async function startIn(clone: string): Promise<{ child: ChildProcess; seconds: number }> {
  const started = performance.now();
  const child = spawn("npm", ["start"], { cwd: clone, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  await new Promise<void>((running, reject) => {
    child.once("exit", () => reject(new Error("npm start ended before the pages answered")));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Lectern is running")) running();
    });
  });
  child.removeAllListeners("exit");
  return { child, seconds: (performance.now() - started) / 1000 };
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((stopped) => {
    child.once("exit", () => stopped());
    if (child.pid) process.kill(-child.pid, "SIGINT");
  });

/** Resident memory of a process and its descendants, in MB. Shared memory counts in each. */
function residentMb(pid: number): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, "utf8"))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // The process has ended meanwhile.
    }
  }
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  return (children.get(pid) ?? []).reduce((sum, child) => sum + residentMb(child), own);
}

async function withEightListening<T>(clone: string, measure: () => T): Promise<T> {
  const demo = JSON.parse(readFileSync(join(clone, ".local/demo.json"), "utf8"));
  const browser = await chromium.launch(chromiumOptions({ whole: true }));
  try {
    const link = await goLive(browser, demo);
    for (let i = 0; i < 8; i++) {
      const listener = await (await browser.newContext()).newPage();
      await listener.goto(link);
      await listener.getByRole("button", { name: "Listen" }).click();
      await listener.locator('[data-state="playing"]').waitFor();
    }
    return measure();
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "lectern-start-"));
const clone = join(folder, "lectern");
let running: ChildProcess | undefined;
try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const cold = await startIn(clone);
  running = cold.child;
  await stop(cold.child);
  const warm = await startIn(clone);
  running = warm.child;
  const { pid } = warm.child;
  const memoryMb = await withEightListening(clone, () => (pid ? residentMb(pid) : Number.NaN));
  print(
    [
      `fresh clone → pages answer   ${cold.seconds.toFixed(1)} s   (packages may come from this machine's package store)`,
      `again                        ${warm.seconds.toFixed(1)} s`,
      `memory while eight listen    ${memoryMb.toFixed(0)} MB   target 600 MB or less`,
    ],
    { bench: "start", coldS: cold.seconds, warmS: warm.seconds, memoryMb },
  );
} finally {
  if (running && running.exitCode === null) await stop(running);
  rmSync(folder, { recursive: true, force: true });
}
