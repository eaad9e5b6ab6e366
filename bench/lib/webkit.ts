import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import * as v from "valibot";

/** Debian's WebKitGTK in a window that nobody sees, told what to do by W3C WebDriver. */
export interface WebKit {
  version: string;
  open(url: string): Promise<void>;
  /** Runs this function body in the page; its answer must be JSON. */
  run(body: string): Promise<unknown>;
  /** PNG, base64. */
  screenshot(): Promise<string>;
  close(): Promise<void>;
}

/** The programs, and the Debian packages that have them. */
const NEEDED = { WebKitWebDriver: "webkit2gtk-driver", Xvfb: "xvfb" };

/** The packages that are not installed. */
export const missingPackages = (): string[] =>
  Object.entries(NEEDED)
    .filter(([program]) => spawnSync("which", [program]).status !== 0)
    .map(([, name]) => name);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

/** A display of its own; Xvfb writes the number of the first free one. */
async function startDisplay(): Promise<{ child: ChildProcess; name: string }> {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error("Xvfb ended")));
    child.stdio[3]?.once("data", (data: Buffer) => resolve(data.toString().trim()));
  });
  return { child, name: `:${number}` };
}

const answerSchema = v.object({ value: v.unknown() });
const sessionSchema = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});

export async function startWebKit(): Promise<WebKit> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`WebKitWebDriver refused ${path}: ${text.slice(0, 500)}`);
    return v.parse(answerSchema, JSON.parse(text)).value;
  };
  const isReady = () =>
    ask("GET", "/status").then(
      () => true,
      () => false,
    );
  const until = Date.now() + 20_000;
  while (!(await isReady())) if (Date.now() > until) throw new Error("WebKitWebDriver does not answer");
  const begun = v.parse(sessionSchema, await ask("POST", "/session", { capabilities: { alwaysMatch: {} } }));
  const { sessionId, capabilities } = begun;
  const session = `/session/${sessionId}`;
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    async open(url) {
      await ask("POST", `${session}/url`, { url });
    },
    run: (script) => ask("POST", `${session}/execute/sync`, { script, args: [] }),
    screenshot: async () => v.parse(v.string(), await ask("GET", `${session}/screenshot`)),
    async close() {
      await ask("DELETE", session);
      for (const child of [driver, display.child]) {
        const end = ended(child);
        child.kill();
        await end;
      }
    },
  };
}
