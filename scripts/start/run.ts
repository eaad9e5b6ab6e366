import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createNetServer } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import * as v from "valibot";
import { build, createServer, preview } from "vite";
import { parseOptions, type StartOptions, variableOfPort } from "./options.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const DEMO_EMAIL = "speaker@lectern.example";

const closers: (() => Promise<void>)[] = [];

async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close().catch(() => undefined);
}

async function requireFreePort(options: StartOptions, port: number): Promise<void> {
  // Both families: a page server on ::1 and another on 127.0.0.1 would share "localhost" and confuse everybody.
  for (const host of ["127.0.0.1", "::1"]) {
    await new Promise<void>((free, reject) => {
      const probe = createNetServer();
      probe.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") free();
        else if (error.code === "EADDRINUSE") {
          reject(
            new Error(
              `Port ${port} is in use. End what runs there, or set ${variableOfPort(options, port)} to another port.`,
            ),
          );
        } else reject(new Error(`Port ${port} cannot be opened (${error.code}).`));
      });
      probe.listen(port, host, () => probe.close(() => free()));
    });
  }
}

const remembered = v.object({
  password: v.pipe(v.string(), v.minLength(8)),
  env: v.object({ VITE_ENCRYPTION_KEY: v.pipe(v.string(), v.minLength(32)) }),
});

/** The demo speaker keeps one password, and stays signed in, for as long as the local data lives. */
function demoSecrets(demoFile: string): { password: string; encryptionKey: string } {
  try {
    const { password, env } = v.parse(remembered, JSON.parse(readFileSync(demoFile, "utf8")));
    return { password, encryptionKey: env.VITE_ENCRYPTION_KEY };
  } catch {
    // First start, or a file somebody edited: new ones are as good.
    return { password: `Lectern-${randomInt(100_000, 1_000_000)}`, encryptionKey: randomBytes(32).toString("base64") };
  }
}

type PageName = "speaker" | "listener";

const pageConfig = (name: PageName) =>
  ({
    root: `${root}apps/${name}`,
    configFile: `${root}apps/${name}/vite.config.ts`,
    // npm start brings its own values; a developer's .env for AWS must not leak in.
    envDir: false,
    logLevel: "warn",
    clearScreen: false,
  }) as const;

async function servePage(name: PageName, port: number): Promise<void> {
  const server = await createServer({
    ...pageConfig(name),
    server: { port, strictPort: true, host: "localhost", open: false },
  });
  closers.push(() => server.close());
  await server.listen();
  await server.warmupRequest("/src/main.tsx");
}

async function serveBuiltPage(name: PageName, port: number, data: string): Promise<void> {
  const outDir = resolve(data, "pages", name);
  await build({ ...pageConfig(name), build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...pageConfig(name),
    build: { outDir },
    preview: { port, strictPort: true, host: "localhost", open: false },
  });
  closers.push(() => server.close());
}

async function untilAnswering(name: string, url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`${name} does not answer at ${url}.`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

function report(localAws: LocalAws, speakerUrl: string, listenerUrl: string, password: string): void {
  const lines = [
    "",
    "  Lectern is running.",
    "",
    `  Speaker     ${speakerUrl}`,
    `  Listeners   ${listenerUrl}`,
    "",
    `  Sign in as  ${DEMO_EMAIL}`,
    `  Password    ${password}`,
    `  Inbox       ${localAws.url}/_local/inbox.html  (e-mail and SMS that AWS would have sent)`,
    "",
    "  Next: open the speaker's page, sign in, go live, and open its listener link in another window.",
    localAws.turn === "coturn"
      ? ""
      : "  coturn is not installed: audio flows over direct paths only, which on one computer is enough.",
    "  Ctrl-C ends everything.",
    "",
  ];
  console.log(lines.filter((line, index) => line !== "" || lines[index - 1] !== "").join("\n"));
}

async function run(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env);
  for (const port of [options.speakerPort, options.listenerPort, options.awsPort]) await requireFreePort(options, port);
  const data = resolve(root, options.dataDirectory);
  const demoFile = resolve(data, "demo.json");
  const awsData = resolve(data, "aws");
  // Only what npm start wrote: the folder may be anybody's.
  if (options.fresh) for (const path of [demoFile, awsData]) rmSync(path, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });

  const speakerUrl = `http://localhost:${options.speakerPort}`;
  const listenerUrl = `http://localhost:${options.listenerPort}`;
  const localAws = await startLocalAws({
    port: options.awsPort,
    dataDirectory: awsData,
    listenerUrl,
    speakerUrl,
  });
  closers.push(() => localAws.close());
  const { password, encryptionKey } = demoSecrets(demoFile);
  await localAws.createUser({ email: DEMO_EMAIL, password });

  const env = { ...localAws.env, VITE_ENCRYPTION_KEY: encryptionKey };
  Object.assign(process.env, env);
  const serve = (name: PageName, port: number) =>
    options.built ? serveBuiltPage(name, port, data) : servePage(name, port);
  await Promise.all([serve("speaker", options.speakerPort), serve("listener", options.listenerPort)]);
  await Promise.all([
    untilAnswering("The session API", `${localAws.env.VITE_HTTP_API_URL}/health`),
    untilAnswering("The speaker's page", speakerUrl),
    untilAnswering("The listener's page", listenerUrl),
  ]);

  const demo = {
    speakerUrl,
    listenerUrl,
    awsEndpoint: localAws.url,
    httpApiUrl: localAws.env.VITE_HTTP_API_URL,
    webSocketUrl: localAws.env.VITE_WEBSOCKET_URL,
    email: DEMO_EMAIL,
    password,
    env,
  };
  writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  report(localAws, speakerUrl, listenerUrl, password);
}

let ending = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (ending) process.exit(130);
    ending = true;
    void closeAll().then(() => process.exit(0));
  });
}

run().catch(async (error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  await closeAll();
  process.exit(1);
});
