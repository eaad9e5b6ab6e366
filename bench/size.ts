/** Scripts per page, gzip, as a browser that opens the page downloads them. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { print } from "./lib/report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const LISTENER_LIMIT_KB = 120;

async function scriptsOf(page: "speaker" | "listener"): Promise<{ file: string; gzipKb: number }[]> {
  const outDir = `${root}test-results/size/${page}`;
  await build({
    root: `${root}apps/${page}`,
    configFile: `${root}apps/${page}/vite.config.ts`,
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  const files = readdirSync(outDir, { recursive: true, encoding: "utf8" }).filter((file) => /\.m?js$/.test(file));
  const sizes = files.map((file) => ({ file, gzipKb: gzipSync(readFileSync(join(outDir, file))).length / 1000 }));
  rmSync(outDir, { recursive: true });
  return sizes.toSorted((a, b) => b.gzipKb - a.gzipKb);
}

const pages = { listener: await scriptsOf("listener"), speaker: await scriptsOf("speaker") };
const total = (files: { gzipKb: number }[]) => files.reduce((sum, { gzipKb }) => sum + gzipKb, 0);
const lines = Object.entries(pages).flatMap(([page, files]) => [
  `${page}: ${total(files).toFixed(1)} kB gzip${page === "listener" ? `   target ${LISTENER_LIMIT_KB} kB or less` : ""}`,
  ...files.map(({ file, gzipKb }) => `  ${gzipKb.toFixed(1).padStart(6)}  ${file}`),
]);
print(lines, {
  bench: "size",
  listenerKb: total(pages.listener),
  speakerKb: total(pages.speaker),
  limitKb: LISTENER_LIMIT_KB,
});
