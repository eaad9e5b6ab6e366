import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The Lambda functions. Each has an entry point of this name in this folder. */
export const FUNCTIONS = [
  "http",
  "web-socket",
  "reaper",
  "pre-token-generation",
  "pre-sign-up",
  "custom-message",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../../dist/functions/", import.meta.url));

/** Folder of a function's bundle, which is one file, `index.mjs`. */
export const bundleOf = (name: FunctionName): string => `${out}${name}`;

/** ES modules have no `require`, which dependencies of the SDK that are CommonJS call. */
const BANNER = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Bundles every function with its dependencies, including AWS's SDK: Lambda's own copy changes without notice. */
export async function bundleFunctions(): Promise<void> {
  const { outputFiles } = await build({
    write: false,
    entryPoints: FUNCTIONS.map((name) => ({ in: `${here}${name}.ts`, out: `${name}/index` })),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    // Identifiers are not minified, for readable stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    banner: { js: BANNER },
    logLevel: "warning",
  });
  for (const { path, contents } of outputFiles) {
    // Unchanged files are left alone, because another process may be running them.
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}
