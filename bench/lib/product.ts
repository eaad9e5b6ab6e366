import { rmSync } from "node:fs";
import { startLocalAws } from "@lectern/local-aws";
import { build, type PreviewServer, preview } from "vite";
import { root } from "./root.ts";

/** Both pages, built as for a deployment, with local-aws. */
export interface BuiltProduct {
  speakerUrl: string;
  listenerUrl: string;
  email: string;
  password: string;
  close(): Promise<void>;
}

async function serve(page: "speaker" | "listener", outDir: string, port: number): Promise<PreviewServer> {
  const shared = {
    root: `${root}apps/${page}`,
    configFile: `${root}apps/${page}/vite.config.ts`,
    envDir: false as const,
    logLevel: "error" as const,
  };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  return preview({ ...shared, build: { outDir }, preview: { port, strictPort: true, host: "localhost", open: false } });
}

export async function startBuiltProduct(): Promise<BuiltProduct> {
  const ports = { speaker: 26_173, listener: 26_174 };
  const listenerUrl = `http://localhost:${ports.listener}`;
  const localAws = await startLocalAws({ port: 0, listenerUrl });
  const [email, password] = ["bench@lectern.example", "Bench-of-oak-1"];
  await localAws.createUser({ email, password });
  Object.assign(process.env, localAws.env, { VITE_ENCRYPTION_KEY: "a-key-for-benches-of-32-characters" });
  const built = `${root}test-results/bench`;
  const speaker = await serve("speaker", `${built}/speaker`, ports.speaker);
  const listener = await serve("listener", `${built}/listener`, ports.listener);
  return {
    speakerUrl: `http://localhost:${ports.speaker}`,
    listenerUrl,
    email,
    password,
    close: async () => {
      await Promise.all([speaker.close(), listener.close()]);
      await localAws.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}
