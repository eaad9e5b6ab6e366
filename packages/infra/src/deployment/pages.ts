import { spawnSync } from "node:child_process";
import { InfraError } from "../errors.ts";
import type { Site } from "../sites/headers.ts";

/** `vite build` would also read `.env` files, and has no option against it. */
const BUILD = `
import { build } from "vite";
await build({ envDir: false, build: { outDir: process.argv[1], emptyOutDir: true } });
`;

/** Builds one page with this configuration and nothing else. @throws InfraError "tool-failed" */
export function buildPage(root: string, site: Site, variables: Readonly<Record<string, string>>, outDir: string): void {
  const foreign = Object.keys(process.env).filter((name) => name.startsWith("VITE_"));
  const env = { ...process.env, ...Object.fromEntries(foreign.map((name) => [name, undefined])), ...variables };
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", BUILD, outDir], {
    cwd: `${root}apps/${site}`,
    stdio: "inherit",
    env,
  });
  if (status !== 0) throw new InfraError("tool-failed", `The ${site}'s page could not be built; Vite says above why.`);
}
