import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer } from "vite";
import { afterAll, expect, test } from "vitest";
import { pageConfig } from "../../apps/page/page.config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = mkdtempSync(join(tmpdir(), "lectern-page-"));
afterAll(() => rmSync(page, { recursive: true, force: true }));

test("the development server gives pages their sources, and nothing else of the folder, and opens no editor", async () => {
  const config = pageConfig(0);
  const server = await createServer({
    ...{ ...config, root: `${root}apps/listener`, configFile: false, logLevel: "silent" },
    server: { ...config.server, strictPort: false },
    optimizeDeps: { noDiscovery: true },
  });
  const secret = join(root, ".local", "vite-test");
  mkdirSync(secret, { recursive: true });
  writeFileSync(join(secret, "demo.json"), "{}");
  try {
    await server.listen();
    const [origin = ""] = server.resolvedUrls?.local ?? [];
    const statusOf = async (path: string) => (await fetch(`${origin}@fs${root}${path}`)).status;
    expect(await statusOf("packages/primitives/src/json.ts")).toBe(200);
    for (const path of [".local/vite-test/demo.json", "package.json", "docs/security.md"]) {
      for (const query of ["", "?raw", "?import&raw", "?url", "?import&raw??", "?.svg?.wasm?init"]) {
        expect(await statusOf(path + query), path + query).toBeGreaterThanOrEqual(400);
      }
    }
    // Without a file: 500 where Vite answers.
    expect((await fetch(`${origin}__open-in-editor`)).status).toBe(404);
  } finally {
    await server.close();
    rmSync(secret, { recursive: true, force: true });
  }
});

test("a built page says where the notices of third parties are, and holds them", async () => {
  writeFileSync(join(page, "index.html"), '<head><!-- head --></head><script type="module" src="/main.js"></script>');
  writeFileSync(
    join(page, "main.js"),
    `import { object } from "${root}packages/auth/node_modules/valibot"; console.log(object);`,
  );
  const outDir = join(page, "dist");
  await build({
    ...pageConfig(0),
    root: page,
    envDir: false,
    configFile: false,
    logLevel: "silent",
    build: { ...pageConfig(0).build, outDir },
  });
  const href = /<link rel="license" href="\/([^"]+)"/.exec(readFileSync(join(outDir, "index.html"), "utf8"))?.[1] ?? "";
  const notices = readFileSync(join(outDir, href), "utf8");
  for (const name of ["valibot", "newsreader", "mediabunny"]) expect(notices).toContain(name);
  expect(notices).toContain("MIT License");
  expect(notices).toContain("Mozilla Public License");
  expect(notices).toContain("SIL OPEN FONT LICENSE");
});
