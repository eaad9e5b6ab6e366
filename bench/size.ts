/** Scripts per page, gzip, as a browser that opens the page downloads them. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LISTENER_LIMIT_KB, scriptsIn, totalKb } from "@lectern/e2e/weight";
import { build } from "vite";
import { print } from "./lib/report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

async function scriptsOf(page: "speaker" | "listener"): Promise<{ file: string; gzipKb: number }[]> {
  const outDir = `${root}test-results/size/${page}`;
  await build({
    root: `${root}apps/${page}`,
    configFile: `${root}apps/${page}/vite.config.ts`,
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  const scripts = scriptsIn(outDir);
  rmSync(outDir, { recursive: true });
  return scripts;
}

const pages = { listener: await scriptsOf("listener"), speaker: await scriptsOf("speaker") };
const lines = Object.entries(pages).flatMap(([page, files]) => [
  `${page}: ${totalKb(files).toFixed(1)} kB gzip${page === "listener" ? `   target ${LISTENER_LIMIT_KB} kB or less` : ""}`,
  ...files.map(({ file, gzipKb }) => `  ${gzipKb.toFixed(1).padStart(6)}  ${file}`),
]);
print(lines, {
  bench: "size",
  listenerKb: totalKb(pages.listener),
  speakerKb: totalKb(pages.speaker),
  limitKb: LISTENER_LIMIT_KB,
});
