import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer, type PreviewOptions, preview } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type PageName = "speaker" | "listener" | "states";
/** What a page is built with, by name: VITE_… */
export type Values = Readonly<Record<string, string | undefined>>;
/** Ends what was started. */
export type Close = () => Promise<void>;

const pageConfig = (name: PageName) =>
  ({
    root: `${root}apps/${name}`,
    configFile: `${root}apps/${name}/vite.config.ts`,
    // The values are given; a developer's .env for AWS must not leak in.
    envDir: false,
    logLevel: "warn",
    clearScreen: false,
  }) as const;

/** Serves a page from its source files, each as it is asked for. */
export async function servePage(name: PageName, port: number): Promise<Close> {
  const server = await createServer({
    ...pageConfig(name),
    server: { port, strictPort: true, host: "localhost", open: false },
  });
  await server.listen();
  await server.warmupRequest("/src/main.tsx");
  return () => server.close();
}

export const onThisMachine = (port: number): PreviewOptions => ({
  port,
  strictPort: true,
  host: "localhost",
  open: false,
});

/**
 * Builds a page with the VITE_ values of this process, as for AWS.
 * @param base - the path it is at
 */
export async function buildPage(name: PageName, outDir: string, base = "/"): Promise<void> {
  await build({ ...pageConfig(name), base, build: { outDir, emptyOutDir: true } });
}

/** Serves what was built into a folder. */
export async function serveBuiltPage(
  name: PageName,
  outDir: string,
  served: PreviewOptions,
  base = "/",
): Promise<Close> {
  const server = await preview({ ...pageConfig(name), base, build: { outDir }, preview: served });
  return () => server.close();
}

/** Every name there is for a value. */
const names = () => readFileSync(`${root}.env.example`, "utf8").match(/VITE_\w+(?==)/g) ?? [];
/** Stands for a value in a page that is built before its values are known. A URL, because one of them stands before a path. */
const placeholderOf = (name: string) => `https://${name}.invalid`;

/** The VITE_ values with which a page is built once to be served with many (`fillPage`). */
export const placeholders = (): Values => Object.fromEntries(names().map((name) => [name, placeholderOf(name)]));

/** Copies a page that was built with `placeholders`, with these values in their place. One without a value is blank. */
export function fillPage(built: string, outDir: string, values: Values): void {
  rmSync(outDir, { recursive: true, force: true });
  cpSync(built, outDir, { recursive: true });
  for (const file of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|html)$/.test(file)) continue;
    const path = join(outDir, file);
    const text = readFileSync(path, "utf8");
    const filled = names().reduce((rest, name) => rest.replaceAll(placeholderOf(name), values[name] ?? ""), text);
    if (filled !== text) writeFileSync(path, filled);
  }
}
