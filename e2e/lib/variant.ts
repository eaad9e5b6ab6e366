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
  const child: ChildProcess = spawn(
    process.execPath,
    [
      `${root}apps/${page}/node_modules/vite/bin/vite.js`,
      "--port",
      String(port),
      "--strictPort",
      "--host",
      "localhost",
    ],
    { cwd: `${root}apps/${page}`, env: values, stdio: ["ignore", "pipe", "inherit"] },
  );
  await new Promise<void>((ready, reject) => {
    child.once("exit", (code) => reject(new Error(`vite ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("ready in")) ready();
    });
  });
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((closed) => {
        child.removeAllListeners("exit");
        child.once("exit", () => closed());
        child.kill("SIGTERM");
      }),
  };
}
