import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { root } from "../command-line.ts";
import { buildPage } from "./pages.ts";

const elsewhere = `${mkdtempSync(join(tmpdir(), "lectern-pages-"))}/`;
const page = `${elsewhere}apps/speaker/`;
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(elsewhere, { recursive: true });
});

it("builds a page with the given configuration, and nothing from .env files or the environment", () => {
  mkdirSync(`${page}node_modules`, { recursive: true });
  symlinkSync(`${root}node_modules/vite`, `${page}node_modules/vite`);
  writeFileSync(`${page}vite.config.ts`, 'export default { envDir: "../..", logLevel: "error" };');
  writeFileSync(`${page}index.html`, '<script type="module" src="main.js"></script>');
  writeFileSync(`${page}main.js`, "document.title = JSON.stringify(import.meta.env);");
  for (const file of [".env", ".env.local", ".env.production"]) {
    writeFileSync(`${elsewhere}${file}`, `VITE_AWS_ENDPOINT=http://a-laptop\nVITE_AWS_REGION=another\n`);
  }
  vi.stubEnv("VITE_LISTENER_URL", "http://a-shell");
  buildPage(elsewhere, "speaker", { VITE_AWS_REGION: "eu-central-1" }, `${elsewhere}out`);
  const built = readdirSync(`${elsewhere}out/assets`).map((name) =>
    readFileSync(`${elsewhere}out/assets/${name}`, "utf8"),
  );
  expect(built.join()).toContain("eu-central-1");
  expect(built.join()).not.toMatch(/a-laptop|another|a-shell/);
});
