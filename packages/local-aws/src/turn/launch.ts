import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Certificate } from "../certificate.ts";
import { type Allocations, createAllocations } from "./allocations.ts";
import { coturnConfig } from "./config.ts";

const START_LIMIT_MS = 5000;

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

async function answers(address: string, port: number): Promise<boolean> {
  const socket = connect(port, address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** One run of the program. */
export interface Coturn {
  allocations: Allocations;
  close(): Promise<void>;
}

export interface LaunchOptions {
  program: string;
  /** Of this machine: where it listens, and relays. */
  address: string;
  port: number;
  secret: string;
  certificate: Certificate;
  /** Called for each allocation that is refused because its channel has its most. */
  onQuotaReached(): void;
}

/** Undefined: it did not come to listen. */
export async function launch(options: LaunchOptions): Promise<Coturn | undefined> {
  const { program, address, port, secret, certificate, onQuotaReached } = options;
  const directory = mkdtempSync(join(tmpdir(), "lectern-turn-"));
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text, { mode: 0o600 });
  write("certificate.pem", certificate.certificate);
  write("key.pem", certificate.key);
  write("turnserver.conf", coturnConfig({ address, port, secret, directory }));

  const command = [directory, program, "-c", join(directory, "turnserver.conf")];
  const child = spawn("/bin/sh", ["-c", KEEPER, "sh", ...command], { stdio: ["pipe", "pipe", "ignore"] });
  // Writing to a keeper that has ended fails; its exit is handled below.
  child.stdin.on("error", () => {});
  const allocations = createAllocations(onQuotaReached);
  child.stdout.setEncoding("utf8").on("data", allocations.read);
  let running = true;
  const exited = new Promise<void>((resolve) => {
    const ended = () => {
      running = false;
      allocations.clear();
      resolve();
    };
    child.once("exit", ended);
    child.once("error", ended);
  });

  const close = async () => {
    child.stdin.end();
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };

  const deadline = Date.now() + START_LIMIT_MS;
  while (running && Date.now() < deadline) {
    if (await answers(address, port)) return { allocations, close };
    await delay(20);
  }
  await close();
  return undefined;
}
