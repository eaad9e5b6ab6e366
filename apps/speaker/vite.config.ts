import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  plugins: [react()],
  // One `.env` at the root serves both apps; VITE_ values of the process win over it.
  envDir: root,
  server: {
    host: "127.0.0.1",
    port: Number(process.env.LECTERN_SPEAKER_PORT ?? 5173),
    strictPort: true,
  },
  // The whole is one page that needs all of it at once.
  // It is found late, in a worker: made ready then, it would load the page anew.
  optimizeDeps: { include: ["@lectern/live > mediabunny"] },
  build: { chunkSizeWarningLimit: 900 },
  define: {
    __LECTERN_VERSION__: JSON.stringify(process.env.npm_package_version ?? "unknown"),
    // The KVS SDK is written for webpack 4, which gave it these.
    global: "globalThis",
    "process.env.PACKAGE_VERSION": JSON.stringify("unknown"),
  },
});
