import { CANARY, expectNoEcho, fc, type Json, overSockets, printed, wire } from "@lectern/fuzz";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Session, serverMessageSchema } from "../../contract/index.ts";
import { webSocketEvent } from "../../testing/events.ts";
import { type Stage, startStage, type TestSocket } from "../../testing/stage.ts";
import type { Handlers } from "../environment.ts";

let stage: Stage;
let handlers: Handlers;
beforeAll(async () => {
  stage = await startStage();
  handlers = stage.handlers();
});
afterAll(() => stage.close());

const PEER_GONE = /\{"level":"info","event":"peer-gone","reason":"(failed|not-admitted)"\}/g;

/**
 * Sends it, and judges what came back: only messages of ours, and refusals that neither echo nor come of a mistake of ours.
 * Whether it was done.
 */
async function tryFrame(socket: TestSocket, frame: string): Promise<boolean> {
  const before = socket.messages().length;
  await handlers.webSocket(webSocketEvent(socket.id, "$default", frame));
  const answers = socket.messages().slice(before);
  for (const message of answers) {
    expect(v.is(serverMessageSchema, message)).toBe(true);
    if (message.type !== "error") continue;
    expect(message.code).not.toBe("unavailable");
    expectNoEcho("a refusal", JSON.stringify(message));
  }
  // What a host says of a listener is counted, by its reason and nothing else.
  expect(printed().replaceAll(PEER_GONE, "").trim()).toBe("");
  return answers[0]?.type !== "error";
}

const session = async (code: string) => (await stage.http("GET", `/sessions/${code}`)).body.session as Session;

test("survives any frame from strangers and listeners, and changes nothing of the session", async () => {
  const { code } = await stage.createSession("ada");
  const host = await stage.host("ada", code);
  const listener = await stage.listener(code);
  const seated = await stage.listener(code, { seated: true });
  // Without a host, no listener counts are sent, which would take a quarter of a second each.
  await host.disconnect();
  const before = await session(code);
  const seat = seated.last("seat");
  const channelArn = host.last("channels")?.channels[0]?.channelArn ?? "";
  const token = await stage.cloud.tokens.access("eve", stage.clock.now);
  const frames = wire(
    fc.constantFrom<Json>(
      { action: "host", token, code, takeOver: true, hostSecret: "0".repeat(32) },
      { action: "host", token: token.slice(0, -3) + CANARY, code: CANARY },
      { action: "mastering", channelArn },
      { action: "gone", clientId: seat?.clientId ?? "", reason: "left" },
      { action: "join", code, seatSecret: "0".repeat(32), seat: false },
      { action: "join", code: CANARY },
      { action: "seat" },
      { action: "leave" },
      { action: "ping" },
    ),
  );
  const others = { stranger: () => stage.socket(), listener: () => listener };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<keyof typeof others>("stranger", "listener"), frames, async (who, frame) => {
      if (await tryFrame(others[who](), frame)) expect(await session(code)).toEqual(before);
    }),
    overSockets,
  );
  await seated.send({ action: "seat" });
  expect(seated.last("seat")).toMatchObject({ seatSecret: seat?.seatSecret });
});

test("survives any frame from a host, who can still go live after it", async () => {
  const { code } = await stage.createSession("grace");
  const host = await stage.host("grace", code);
  const token = await stage.cloud.tokens.access("grace", stage.clock.now);
  const { code: theirs } = await stage.createSession("ada");
  const untouched = await session(theirs);
  const channelArn = host.last("channels")?.channels[0]?.channelArn ?? "";
  const frames = wire(
    fc.constantFrom<Json>(
      { action: "host", token, code, takeOver: false, hostSecret: "0".repeat(32) },
      { action: "host", token, code: theirs, takeOver: true },
      { action: "mastering", channelArn },
      { action: "gone", clientId: `s-${"0".repeat(32)}-zzzzzz-${"0".repeat(32)}`, reason: "not-admitted" },
      { action: "seat" },
      { action: "ping" },
    ),
  );
  await fc.assert(
    fc.asyncProperty(frames, async (frame) => {
      if (await tryFrame(host, frame)) expect(await session(theirs)).toEqual(untouched);
    }),
    overSockets,
  );
  await host.send({ action: "host", token, code, takeOver: true });
  await host.send({ action: "mastering", channelArn });
  expect(host.last("session")?.session).toMatchObject({ status: "live", hosted: true });
});
