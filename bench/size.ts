/** Size of each page's scripts, gzip: each file, and the most that one visit downloads. */
import { rmSync } from "node:fs";
import { heaviestVisit, heaviestVisitKb, LISTENER_LIMIT_KB, type Script, scriptsIn } from "@lectern/e2e/weight";
import { build } from "vite";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";

async function scriptsOf(page: "speaker" | "listener"): Promise<Script[]> {
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
const lines = Object.entries(pages).flatMap(([page, files]) => {
  const visit = heaviestVisit(files);
  const target = page === "listener" ? `; target ${LISTENER_LIMIT_KB} kB or less` : "";
  return [
    `${page}: ${heaviestVisitKb(files).toFixed(1)} kB gzip at most in one visit (all but what is in brackets)${target}`,
    ...files.map((each) => {
      const line = `${each.gzipKb.toFixed(1).padStart(6)}  ${each.file}`;
      return visit.includes(each) ? `  ${line}` : `  ${line.replace(/\S.*/, "($&)")}`;
    }),
  ];
});
print(lines, {
  bench: "size",
  listenerKb: heaviestVisitKb(pages.listener),
  speakerKb: heaviestVisitKb(pages.speaker),
  limitKb: LISTENER_LIMIT_KB,
});
