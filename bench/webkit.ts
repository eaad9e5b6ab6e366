/**
 * Whether WebKit, Safari's engine, parses and draws both built pages: Debian's WebKitGTK, which has no WebRTC, so that
 * talks are refused in words. Screenshots are left in test-results/webkit.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { startBuiltProduct } from "./lib/product.ts";
import { print } from "./lib/report.ts";
import { root } from "./lib/root.ts";
import { missingPackages, startWebKit } from "./lib/webkit.ts";

const missing = missingPackages();
if (missing.length > 0) {
  console.error(`WebKit is not installed: sudo apt-get install --no-install-recommends ${missing.join(" ")}`);
  process.exit(1);
}

const seenSchema = v.object({
  state: v.nullable(v.string()),
  code: v.nullable(v.string()),
  heading: v.string(),
  /** Whether the stylesheet was understood: the ground is the one of the theme. */
  styled: v.boolean(),
  webRtc: v.boolean(),
});
type Seen = v.InferOutput<typeof seenSchema>;

/** Runs in the page. */
const LOOK = `
const main = document.querySelector("main[data-state]");
return {
  state: main?.dataset.state ?? null,
  code: main?.dataset.code ?? null,
  heading: document.querySelector("h1")?.textContent ?? "",
  styled: getComputedStyle(document.documentElement).backgroundColor !== "rgba(0, 0, 0, 0)",
  webRtc: typeof RTCPeerConnection === "function",
};`;

const product = await startBuiltProduct();
const webkit = await startWebKit();
const folder = `${root}test-results/webkit`;
mkdirSync(folder, { recursive: true });

async function look(name: string, url: string): Promise<Seen> {
  await webkit.open(url);
  const until = Date.now() + 30_000;
  for (;;) {
    const seen = v.parse(seenSchema, await webkit.run(LOOK));
    if (seen.state === null && Date.now() < until) continue;
    writeFileSync(`${folder}/${name}.png`, await webkit.screenshot(), "base64");
    return seen;
  }
}

try {
  const pages = {
    speaker: await look("speaker", product.speakerUrl),
    listener: await look("listener", product.listenerUrl),
    talk: await look("talk", `${product.listenerUrl}/s/acorn-lamp-river-tidy`),
  };
  const lines = Object.entries(pages).map(
    ([name, { state, code, heading, styled }]) =>
      `${name}: ${state ?? "nothing drawn"}${code ? ` (${code})` : ""}, ${styled ? "with" : "WITHOUT"} styles: ${heading}`,
  );
  print([webkit.version, ...lines], { version: webkit.version, pages });
  if (Object.values(pages).some(({ state, styled }) => state === null || !styled)) process.exitCode = 1;
} finally {
  await webkit.close();
  await product.close();
}
