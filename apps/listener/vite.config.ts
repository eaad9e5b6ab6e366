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
    port: Number(process.env.LECTERN_LISTENER_PORT ?? 5174),
    strictPort: true,
  },
  // The page starts with one script, and what comes later has nothing to be fetched beside it.
  build: { modulePreload: false },
  define: {
    __LECTERN_VERSION__: JSON.stringify(process.env.npm_package_version ?? "unknown"),
    // The KVS SDK is written for webpack 4, which gave it these.
    global: "globalThis",
    "process.env.PACKAGE_VERSION": JSON.stringify("unknown"),
  },
});
