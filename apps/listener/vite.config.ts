import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, mergeConfig } from "vite";
import { pageConfig } from "../page/page.config.ts";

const tslib = fileURLToPath(new URL("../../packages/live/tslib/kvs.mjs", import.meta.url));

export default mergeConfig(
  pageConfig(process.env.LECTERN_LISTENER_PORT ?? 5174),
  defineConfig({
    plugins: [react()],
    resolve: { alias: [{ find: /^tslib$/, replacement: tslib }] },
    // The polyfill is for browsers that do without the hint as well.
    build: { modulePreload: { polyfill: false } },
  }),
);
