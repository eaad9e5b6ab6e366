import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin, UserConfig } from "vite";
import { buildTarget } from "./browsers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const part = (name: string) => readFileSync(`${root}apps/page/${name}.html`, "utf8").trim();

/** Puts what both documents have in common where they say `<!-- head -->` and `<!-- body -->`. */
const commonHtml: Plugin = {
  name: "lectern-common-html",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace(/<!-- (head|body) -->/g, (_, name: string) => part(name)),
  },
};

/** Vite's development server would open a file in the developer's editor for any website that asks. */
const noEditor: Plugin = {
  name: "lectern-no-editor",
  configureServer: ({ middlewares }) => {
    middlewares.use("/__open-in-editor", (_request, response) => {
      response.statusCode = 404;
      response.end();
    });
  },
};

/** Where the notices are that the licences of what is bundled ask for; head.html leads there. */
const LICENSES = "licenses.md";

/** What a page holds beside the modules of its scripts, which Vite lists: the font, and what only a worker imports. */
const besideScripts = {
  "@fontsource/newsreader (OFL-1.1)": "packages/ui/node_modules/@fontsource/newsreader/LICENSE",
  "mediabunny (MPL-2.0), in the speaker's page; its source is at https://github.com/Vanilagy/mediabunny":
    "packages/live/node_modules/mediabunny/LICENSE",
};

const licenses: Plugin = {
  name: "lectern-licenses",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const listed = bundle[LICENSES];
      if (listed?.type !== "asset") return;
      const others = Object.entries(besideScripts).map(
        ([name, file]) => `\n## ${name}\n\n${readFileSync(root + file, "utf8")}`,
      );
      listed.source = [listed.source, ...others].join("\n");
    },
  },
};

/** What every page is served and built with. @param port - where the development server listens */
export const pageConfig = (port: string | number, version = process.env.npm_package_version ?? "unknown") =>
  ({
    plugins: [commonHtml, noEditor, licenses],
    // One `.env` at the root serves both apps; VITE_ values of the process win over it.
    envDir: root,
    server: {
      host: "127.0.0.1",
      port: Number(port),
      strictPort: true,
      // Vite serves any file of the workspace by `/@fs/`: data, settings and .env files are none of a page's.
      fs: { allow: ["apps", "packages", "node_modules"].map((folder) => `${root}${folder}`) },
    },
    build: { target: buildTarget, license: { fileName: LICENSES } },
    define: {
      __LECTERN_VERSION__: JSON.stringify(version),
      // The KVS SDK is written for webpack 4, which gave it these.
      global: "globalThis",
      "process.env.PACKAGE_VERSION": JSON.stringify("unknown"),
    },
  }) satisfies UserConfig;
