import react from "@vitejs/plugin-react";
import { defineConfig, mergeConfig } from "vite";
import { pageConfig } from "../page/page.config.ts";

export default mergeConfig(
  pageConfig(process.env.LECTERN_SPEAKER_PORT ?? 5173),
  defineConfig({
    plugins: [react()],
    // Imported by a worker alone: were it found when that starts, the development server would load the page anew.
    optimizeDeps: { include: ["@lectern/live > mediabunny"] },
    // One script, because the page needs all of it at once.
    build: { chunkSizeWarningLimit: 900 },
  }),
);
