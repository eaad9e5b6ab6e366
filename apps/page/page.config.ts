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

/** What every page is served and built with. @param port - where the development server listens */
export const pageConfig = (port: string | number, version = process.env.npm_package_version ?? "unknown") =>
  ({
    plugins: [commonHtml],
    // One `.env` at the root serves both apps; VITE_ values of the process win over it.
    envDir: root,
    build: { target: buildTarget },
    server: { host: "127.0.0.1", port: Number(port), strictPort: true },
    define: {
      __LECTERN_VERSION__: JSON.stringify(version),
      // The KVS SDK is written for webpack 4, which gave it these.
      global: "globalThis",
      "process.env.PACKAGE_VERSION": JSON.stringify("unknown"),
    },
  }) satisfies UserConfig;
