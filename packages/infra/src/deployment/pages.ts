import { spawnSync } from "node:child_process";
import { InfraError } from "../errors.ts";
import type { Site } from "../sites/headers.ts";

/** Builds one page with this configuration and nothing else. @throws InfraError "tool-failed" */
export function buildPage(root: string, site: Site, variables: Readonly<Record<string, string>>, outDir: string): void {
  const page = `${root}apps/${site}`;
  const foreign = Object.keys(process.env).filter((name) => name.startsWith("VITE_"));
  const env = { ...process.env, ...Object.fromEntries(foreign.map((name) => [name, undefined])), ...variables };
  const vite = `${page}/node_modules/vite/bin/vite.js`;
  // No mode of its own: Vite would read .env, .env.local and .env.production beside what it is given.
  const { status } = spawnSync(
    process.execPath,
    [vite, "build", "--mode", "deployment", "--outDir", outDir, "--emptyOutDir"],
    {
      cwd: page,
      stdio: "inherit",
      env,
    },
  );
  if (status !== 0) throw new InfraError("tool-failed", `The ${site}'s page could not be built; Vite says above why.`);
}
