import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./product.ts";

/** One page served with some of its configuration changed, beside the running product. */
export interface Variant {
  url: string;
  close(): Promise<void>;
}

/** @param change VITE_ values to replace; undefined removes one. */
export async function serveVariant(
  page: "speaker" | "listener",
  port: number,
  env: Record<string, string>,
  change: Record<string, string | undefined>,
): Promise<Variant> {
  const values: Record<string, string | undefined> = { ...process.env, ...env, ...change };
  for (const name of Object.keys(values)) if (values[name] === undefined) delete values[name];
  const url = `http://localhost:${port}`;
  const close = await startVite(page, ["--port", String(port), "--strictPort", "--host", "localhost"], values);
  return { url, close };
}

/** Vite of one of the apps, serving. @returns how to end it, once it answers */
export async function startVite(
  app: "speaker" | "listener" | "states",
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Variant["close"]> {
  const child: ChildProcess = spawn(process.execPath, [`${root}apps/${app}/node_modules/vite/bin/vite.js`, ...args], {
    cwd: `${root}apps/${app}`,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((ready, reject) => {
    child.once("exit", (code) => reject(new Error(`vite ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Local")) ready();
    });
  });
  return () =>
    new Promise((closed) => {
      child.removeAllListeners("exit");
      child.once("exit", () => closed());
      child.kill("SIGTERM");
    });
}
