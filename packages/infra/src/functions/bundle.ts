import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** One Lambda function each, by its entry point's name in this folder. */
export const FUNCTIONS = ["http", "web-socket", "reaper", "pre-token-generation"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../../dist/functions/", import.meta.url));

/** Folder of one function's bundle, as Lambda gets it: one `index.mjs`. */
export const bundleOf = (name: FunctionName): string => `${out}${name}`;

/** Some of the SDK's dependencies are CommonJS and call `require`, which an ES module has none of. */
const BANNER = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Bundles every function with all it needs, AWS's SDK included: the one Lambda brings changes without notice. */
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
    // Names stay, so that a stack trace in the logs can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    banner: { js: BANNER },
    logLevel: "warning",
  });
  for (const { path, contents } of outputFiles) {
    // Only what is different: somebody may be running the one that is there.
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}
