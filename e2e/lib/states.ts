import { execFileSync } from "node:child_process";
import type { StatesPage, Voice } from "@lectern/states/page";
import type { Page } from "@playwright/test";
import { root } from "./product.ts";
import { startVite, type Variant } from "./variant.ts";

/** The states page as it is built, beside the running product. */
export async function serveStates(port: number): Promise<Variant> {
  const env = { ...process.env, NODE_ENV: "production" };
  const outDir = ["--outDir", `${root}test-results/states`, "--emptyOutDir"];
  const cwd = `${root}apps/states`;
  execFileSync(process.execPath, [`${cwd}/node_modules/vite/bin/vite.js`, "build", "--logLevel", "warn", ...outDir], {
    cwd,
    env,
    stdio: "inherit",
  });
  const served = ["--port", String(port), "--strictPort", "--host", "localhost"];
  const close = await startVite("states", ["preview", ...outDir.slice(0, 2), ...served], env);
  return { url: `http://localhost:${port}`, close };
}

type StatesWindow = typeof window & { lecternStates: StatesPage };

export const namesIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as StatesWindow).lecternStates.names);

/** Shows state after state in one page. @returns what `check` finds wrong, each with the state it is of */
export async function inEveryState(
  page: Page,
  check: (id: string) => Promise<string[]>,
  voice: Voice = "en",
): Promise<string[]> {
  const ids = await page.evaluate(() => (window as StatesWindow).lecternStates.ids);
  const found: string[] = [];
  for (const id of ids) {
    await showState(page, id, voice);
    for (const problem of await check(id)) found.push(`${id}: ${problem}`);
  }
  return found;
}

export const showState = (page: Page, id: string, voice: Voice = "en"): Promise<void> =>
  page.evaluate(([wanted, spoken]) => (window as StatesWindow).lecternStates.show(wanted, spoken), [
    id,
    voice,
  ] as const);
