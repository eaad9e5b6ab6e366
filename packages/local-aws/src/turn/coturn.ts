import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { countAllocations } from "./allocations.ts";
import { coturnConfig } from "./config.ts";
import { freePort } from "./free-port.ts";
import { type IceServer, noTurn, type Turn } from "./turn.ts";

const TTL_SECONDS = 300;
const START_LIMIT_MS = 5000;
const ATTEMPTS = 3;

// coturn dies with this process however that dies: the kernel closes the pipe on the keeper's standard input, `cat` ends and
// coturn is killed. The keeper also ends as soon as coturn does, so this process learns of that too. $1 is the directory to remove.
const KEEPER = `exec 3<&0; dir=$1; shift; "$@" & child=$!
(cat <&3 >/dev/null; kill "$child" 2>/dev/null; rm -rf "$dir") &
wait "$child"; rm -rf "$dir"; kill $! 2>/dev/null`;

/** Where coturn is installed, if it is. */
export function findCoturn(path = process.env.PATH ?? ""): string | undefined {
  const directories = [...path.split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  return directories
    .filter((directory) => directory !== "")
    .map((directory) => join(directory, "turnserver"))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

interface Coturn {
  /** What it has said of its sessions. */
  log(): string;
  close(): Promise<void>;
}

async function launch(program: string, port: number, secret: string): Promise<Coturn | undefined> {
  const directory = mkdtempSync(join(tmpdir(), "lectern-turn-"));
  const logFile = join(directory, "turn.log");
  const configFile = join(directory, "turnserver.conf");
  writeFileSync(configFile, coturnConfig({ port, secret, directory, logFile }), { mode: 0o600 });

  const child = spawn("/bin/sh", ["-c", KEEPER, "sh", directory, program, "-c", configFile], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  // A keeper that is already gone makes the pipe fail; its exit is what tells.
  child.stdin.on("error", () => {});
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  let running = true;
  void exited.then(() => {
    running = false;
  });
  // Neither the child nor its pipe keeps this process alive.
  child.unref();

  const close = async () => {
    child.stdin.end();
    if (running) {
      child.ref();
      await exited;
    }
    rmSync(directory, { recursive: true, force: true });
  };

  const deadline = Date.now() + START_LIMIT_MS;
  while (running && Date.now() < deadline) {
    if (await answers(port)) return { log: () => (running ? readFileSync(logFile, "utf8") : ""), close };
    await delay(20);
  }
  await close();
  return undefined;
}

async function startOnce(program: string): Promise<Turn | undefined> {
  const secret = randomBytes(24).toString("hex");
  const port = await freePort();
  let coturn = await launch(program, port, secret);
  if (coturn === undefined) return undefined;
  let ending: Promise<void> | undefined;
  async function relaunch(): Promise<void> {
    const old = coturn;
    coturn = undefined;
    await old?.close();
    coturn = await launch(program, port, secret);
  }
  const live = () => countAllocations(coturn?.log() ?? "");
  return {
    kind: "coturn",
    iceServers: (channelArn) => iceServers(port, secret, channelArn),
    liveAllocations: async () => live(),
    async endAllocations() {
      const ended = live();
      ending ??= relaunch().finally(() => {
        ending = undefined;
      });
      await ending;
      return ended;
    },
    async close() {
      await ending;
      await coturn?.close();
    },
  };
}

/**
 * Two entries, as AWS gives, though one coturn stands behind both. There is no `turns:`: a laptop has no certificate a
 * browser would trust. Credentials end by the machine's clock, which is coturn's; the movable one does not move them.
 */
function iceServers(port: number, secret: string, channelArn: string): readonly IceServer[] {
  const expiry = Math.floor(Date.now() / 1000) + TTL_SECONDS;
  const Username = `${expiry}:${Buffer.from(`v1:${channelArn}`).toString("base64")}`;
  const Password = createHmac("sha1", secret).update(Username).digest("base64");
  const Uris = [`turn:127.0.0.1:${port}?transport=udp`, `turn:127.0.0.1:${port}?transport=tcp`];
  return [0, 1].map(() => ({ Uris, Username, Password, Ttl: TTL_SECONDS }));
}

/** Starts coturn on free loopback ports; without it (not installed, or it will not run), there is no TURN. */
export async function startTurn(): Promise<Turn> {
  const program = findCoturn();
  if (program === undefined) return noTurn;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The port was free a moment ago; another process may have taken it meanwhile.
    const turn = await startOnce(program);
    if (turn !== undefined) return turn;
  }
  return noTurn;
}
