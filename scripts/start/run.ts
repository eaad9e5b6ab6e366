import { randomBytes, randomInt } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createNetServer } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalAws, LocalAwsError, type LocalAwsErrorCode, removeData, startLocalAws } from "@lectern/local-aws";
import { renderUnicodeCompact } from "uqr";
import * as v from "valibot";
import type { PreviewOptions } from "vite";
import { lanAddress, lanFront, SPEAKER_BASE } from "./lan.ts";
import { parseOptions, type StartOptions, variableOfPort } from "./options.ts";
import { buildPage, type Close, fillPage, onThisMachine, serveBuiltPage, servePage } from "./pages.ts";
import { tlsLines } from "./tls.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const DEMO_EMAIL = "speaker@lectern.example";

const closers: Close[] = [];

async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close().catch(() => undefined);
}

/** @throws Error with one line for a person. */
async function requireFreePort(options: StartOptions, port: number, hosts: readonly string[]): Promise<void> {
  for (const host of hosts) {
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

/** Built here, unless the pages of many products were built before and only lack their values. */
async function serveBuilt(
  name: "speaker" | "listener",
  data: string,
  served: PreviewOptions,
  base?: string,
): Promise<Close> {
  const outDir = resolve(data, "pages", name);
  const built = process.env.LECTERN_PAGES;
  if (built) fillPage(`${built}/${name}`, outDir, process.env);
  else await buildPage(name, outDir, base);
  return serveBuiltPage(name, outDir, served, base);
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

interface Places {
  speakerUrl: string;
  listenerUrl: string;
  /** This machine's address on its network, if others may come. */
  address: string | null;
}

function places({ lan, lanAddress: given, speakerPort, listenerPort }: StartOptions): Places {
  if (!lan) {
    const at = (port: number) => `http://localhost:${port}`;
    return { speakerUrl: at(speakerPort), listenerUrl: at(listenerPort), address: null };
  }
  const address = lanAddress(given);
  const origin = `https://${address}:${listenerPort}`;
  return { speakerUrl: `${origin}${SPEAKER_BASE.slice(0, -1)}`, listenerUrl: origin, address };
}

const lanLines = (listenerUrl: string): string[] => [
  "  Phones on this network can listen too: scan this, and accept the certificate, which is",
  "  this machine's own and which nobody vouches for.",
  "",
  ...renderUnicodeCompact(listenerUrl, { border: 2 })
    .split("\n")
    .map((line) => `  ${line}`),
  "",
];

interface Account {
  password: string;
  /** Of local-aws's TLS. */
  authorityFile: string;
}

function report(localAws: LocalAws, places: Places, { password, authorityFile }: Account): void {
  const { speakerUrl, listenerUrl, address } = places;
  const lines = [
    "",
    "  Lectern is running.",
    "",
    `  Speaker     ${speakerUrl}${address === null ? "" : "/"}`,
    `  Listeners   ${listenerUrl}`,
    "",
    `  Sign in as  ${DEMO_EMAIL}`,
    `  Password    ${password}`,
    `  Inbox       ${localAws.url}/_local/inbox.html  (e-mail and SMS that AWS would have sent)`,
    "",
    ...(address === null ? [] : lanLines(listenerUrl)),
    ...(localAws.tls === null ? [] : tlsLines(localAws.tls, localAws, authorityFile)),
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
  const { speakerUrl, listenerUrl, address } = places(options);
  // Both families: a page server on ::1 and another on 127.0.0.1 would share "localhost" and confuse everybody.
  const here = ["127.0.0.1", "::1"];
  for (const port of [options.speakerPort, options.awsPort]) await requireFreePort(options, port, here);
  await requireFreePort(options, options.listenerPort, address === null ? here : [address]);
  if (options.tls) await requireFreePort(options, options.tlsPort, ["127.0.0.1"]);
  const data = resolve(root, options.dataDirectory);
  const demoFile = resolve(data, "demo.json");
  const awsData = resolve(data, "aws");
  // Only what npm start wrote: the folder may be anybody's.
  if (options.fresh) {
    await removeData(awsData);
    rmSync(demoFile, { force: true });
  }

  const localAws = await startLocalAws({
    port: options.awsPort,
    dataDirectory: awsData,
    listenerUrl,
    speakerUrl,
    ...(options.tls && { tlsPort: options.tlsPort }),
    ...(address !== null && { network: { url: listenerUrl, address } }),
  });
  closers.push(() => localAws.close());
  const { password, encryptionKey } = demoSecrets(demoFile);
  await localAws.createUser({ email: DEMO_EMAIL, password });

  const env = { ...localAws.env, VITE_ENCRYPTION_KEY: encryptionKey };
  Object.assign(process.env, env);
  if (address === null) {
    const serve = (name: "speaker" | "listener", port: number) =>
      options.built ? serveBuilt(name, data, onThisMachine(port)) : servePage(name, port);
    closers.push(
      ...(await Promise.all([serve("speaker", options.speakerPort), serve("listener", options.listenerPort)])),
    );
    await untilAnswering("The speaker's page", speakerUrl);
    await untilAnswering("The listener's page", listenerUrl);
  } else {
    const ports = { front: options.listenerPort, speaker: options.speakerPort };
    closers.push(await serveBuilt("speaker", data, onThisMachine(options.speakerPort), SPEAKER_BASE));
    closers.push(await serveBuilt("listener", data, await lanFront(address, ports, localAws.url)));
  }
  await untilAnswering("The session API", `${localAws.url}/api/health`);

  const demo = {
    speakerUrl,
    listenerUrl,
    awsEndpoint: localAws.url,
    httpApiUrl: localAws.env.VITE_HTTP_API_URL,
    webSocketUrl: localAws.env.VITE_WEBSOCKET_URL,
    email: DEMO_EMAIL,
    password,
    env,
    administrator: {
      AWS_ENDPOINT_URL: localAws.url,
      AWS_REGION: localAws.env.VITE_AWS_REGION,
      // All that the CLI's first version reads.
      AWS_DEFAULT_REGION: localAws.env.VITE_AWS_REGION,
      AWS_ACCESS_KEY_ID: localAws.administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localAws.administrator.secretAccessKey,
      AWS_SESSION_TOKEN: localAws.administrator.sessionToken,
    },
  };
  writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  const authorityFile = resolve(data, "ca.pem");
  if (localAws.tls !== null) writeFileSync(authorityFile, localAws.tls.authority);
  report(localAws, { speakerUrl, listenerUrl, address }, { password, authorityFile });
}

/** What to type, where the error of local-aws says only what to do. */
const advice: Partial<Record<LocalAwsErrorCode, string>> = {
  "data-in-use": "LECTERN_DATA=FOLDER npm start uses another folder.",
  "corrupt-data": "npm start -- --fresh forgets all local data; LECTERN_DATA=FOLDER npm start uses another folder.",
};

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const more = error instanceof LocalAwsError ? advice[error.code] : undefined;
  return more === undefined ? error.message : `${error.message}\n${more}`;
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
  console.error(`\n${explain(error)}\n`);
  await closeAll();
  process.exit(1);
});
