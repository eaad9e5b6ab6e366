import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:tls";
import * as v from "valibot";
import { PRODUCTS, productOf, root } from "./product.ts";

const demoSchema = v.object({
  speakerUrl: v.string(),
  listenerUrl: v.string(),
  email: v.string(),
  password: v.string(),
});

/** All that comes back for a path that is written as it is, where clients would resolve its dots first. */
export function askAsIs(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nconnection: close\r\n\r\n`);
  });
}

/** `npm start -- --lan`, on a network of one machine. */
export interface Lan extends v.InferOutput<typeof demoSchema> {
  /** What it printed. */
  printed: string;
  close(): Promise<void>;
}

export async function startLan(): Promise<Lan> {
  const { speaker, listener, aws } = productOf(PRODUCTS + Number(process.env.TEST_PARALLEL_INDEX ?? 0));
  const data = "test-results/lan";
  const child = spawn("npm", ["start", "--silent", "--", "--fresh", "--lan"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    // npm hands a signal on to none of its own: the group is ended as one.
    detached: true,
    env: {
      ...process.env,
      LECTERN_LAN_ADDRESS: "127.0.0.2",
      LECTERN_SPEAKER_PORT: String(speaker),
      LECTERN_LISTENER_PORT: String(listener),
      LECTERN_AWS_PORT: String(aws),
      LECTERN_DATA: data,
    },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let printed = "";
  child.stdout.setEncoding("utf8");
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text: string) => {
      printed += text;
      if (printed.includes("Ctrl-C ends everything")) resolve();
    });
    void ended.then(() => reject(new Error(`npm start -- --lan ended:\n${printed}`)));
  });
  return {
    ...v.parse(demoSchema, JSON.parse(readFileSync(`${root}${data}/demo.json`, "utf8"))),
    printed,
    async close() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}
