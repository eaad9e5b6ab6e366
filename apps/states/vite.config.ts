import react from "@vitejs/plugin-react";
import { defineConfig, mergeConfig } from "vite";
import { pageConfig } from "../page/page.config.ts";

export default mergeConfig(
  pageConfig(process.env.LECTERN_STATES_PORT ?? 5175, "states"),
  defineConfig({
    plugins: [react()],
    // Imported by a worker alone: were it found when that starts, the development server would load the page anew.
    optimizeDeps: { include: ["@lectern/live > mediabunny"] },
    // Both apps in one, for whoever works on them.
    build: { chunkSizeWarningLimit: 2000 },
  }),
);
