import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  server: {
    host: "127.0.0.1",
    port: Number(process.env.LECTERN_STATES_PORT ?? 5175),
    strictPort: true,
  },
  // It is found late, in a worker: made ready then, it would load the page anew.
  optimizeDeps: { include: ["@lectern/live > mediabunny"] },
  // Both apps in one, for whoever works on them.
  build: { chunkSizeWarningLimit: 2000 },
  define: {
    __LECTERN_VERSION__: JSON.stringify("states"),
    // The KVS SDK is written for webpack 4, which gave it these.
    global: "globalThis",
    "process.env.PACKAGE_VERSION": JSON.stringify("unknown"),
  },
});
