import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ClientMessage, SEATS_PER_CHANNEL, type ServerMessage, type Session } from "../contract/index.ts";
import { webSocketEvent } from "../testing/events.ts";
import { type Stage, startStage } from "../testing/stage.ts";

let stage: Stage;
let session: Session;
let folder: string;
let runner: string;
const processes: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => {
  stage = await startStage();
  session = await stage.createSession("speaker");
  folder = await mkdtemp(join(tmpdir(), "lectern-processes-"));
  runner = join(folder, "invoke.cjs");
  // One file, as on Lambda: a process that reads the SDK file by file takes seconds to begin.
  await build({
    entryPoints: [fileURLToPath(new URL("../testing/invoke.ts", import.meta.url))],
    outfile: runner,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
});
afterAll(async () => {
  for (const child of processes) child.kill();
  await stage.close();
  await rm(folder, { recursive: true });
});

interface Invocation {
  connectionId: string;
  message: ClientMessage;
}

/** A fresh process; what it is given is started when it is ready, all at once. */
async function startProcess(): Promise<(invocations: Invocation[]) => Promise<void>> {
  const { url, dynamodbUrl } = stage.cloud;
  const cloud = JSON.stringify({ url, dynamodbUrl, now: stage.clock.now });
  const child = spawn(process.execPath, [runner, cloud], {
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  processes.push(child);
  const errors: string[] = [];
  child.stderr.on("data", (chunk) => errors.push(String(chunk)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  expect(value, errors.join("")).toBe("ready");
  return async (invocations) => {
    for (const { connectionId, message } of invocations) {
      child.stdin.write(`${JSON.stringify({ connectionId, routeKey: "$default", body: JSON.stringify(message) })}\n`);
    }
    child.stdin.end();
    const [code] = await once(child, "exit");
    expect(code, errors.join("")).toBe(0);
  };
}

const invoke = async (connectionId: string, message: ClientMessage): Promise<void> =>
  (await startProcess())([{ connectionId, message }]);

const typesOf = (connectionId: string): ServerMessage["type"][] =>
  stage.cloud.posted(connectionId).map(({ type }) => type);
const last = (connectionId: string): ServerMessage | undefined => stage.cloud.posted(connectionId).at(-1);

test("a session goes live, fills, refuses the ninth and seats it after a leave, each step in a process of its own", {
  timeout: 120_000,
}, async () => {
  const { code } = session;
  const token = await stage.cloud.tokens.access("speaker", stage.clock.now);
  await invoke("host", { action: "host", token, code });
  const channels = stage.cloud.posted("host").find((message) => message.type === "channels");
  await invoke("host", { action: "mastering", channelArn: channels?.channels[0]?.channelArn ?? "" });
  expect(stage.cloud.posted("host").some((one) => one.type === "session" && one.session.status === "live")).toBe(true);

  const listeners = Array.from({ length: SEATS_PER_CHANNEL }, (_, index) => `listener-${index}`);
  const [first = ""] = listeners;
  await invoke(first, { action: "join", code });
  await invoke(first, { action: "seat" });
  expect(typesOf(first)).toEqual(["session", "seat"]);
  for (const listener of listeners.slice(1)) {
    for (const message of [{ action: "join", code }, { action: "seat" }]) {
      await stage.handlers().webSocket(webSocketEvent(listener, "$default", JSON.stringify(message)));
    }
  }
  await invoke("ninth", { action: "join", code });
  await invoke("ninth", { action: "seat" });
  expect(last("ninth")).toMatchObject({ type: "error", code: "full" });
  await invoke(first, { action: "leave" });
  await invoke("ninth", { action: "seat" });
  expect(last("ninth")).toMatchObject({ type: "seat" });
});

test("exactly eight of twenty who ask at once in four processes are seated", { timeout: 120_000 }, async () => {
  const race = await stage.createSession("speaker");
  await stage.host("speaker", race.code);
  const listeners = await Promise.all(Array.from({ length: 20 }, () => stage.listener(race.code)));
  const starts = await Promise.all(Array.from({ length: 4 }, startProcess));
  await Promise.all(
    starts.map((start, index) =>
      start(
        listeners
          .filter((_, at) => at % starts.length === index)
          .map(({ id }) => ({ connectionId: id, message: { action: "seat" } })),
      ),
    ),
  );
  expect(listeners.filter((listener) => listener.last("seat"))).toHaveLength(SEATS_PER_CHANNEL);
  expect(listeners.filter((listener) => listener.last("error")?.code === "full")).toHaveLength(12);
});
