import { afterEach, beforeEach, expect, test } from "vitest";
import { PING_INTERVAL_MS } from "../contract/index.ts";
import { channels, connect, seat, seen, snapshot, welcome } from "../testing/connection.ts";
import { type ServerSocket, type SocketServer, startSocketServer } from "../testing/socket-server.ts";

const ANSWER_WITHIN_MS = 10_000;
const join = { action: "join", code: "one-two-three-four" };
/** As API Gateway words it. */
const failure = JSON.stringify({ message: "Internal server error", connectionId: "c=", requestId: "r=" });

let server: SocketServer;
let abort: AbortController;
let steadyNow: number;
beforeEach(async () => {
  server = await startSocketServer();
  abort = new AbortController();
  steadyNow = 0;
});
afterEach(async () => {
  abort.abort();
  await server.close();
});

const listen = () => connect({ server, signal: abort.signal }, {}, () => steadyNow);
const host = () =>
  connect({ server, signal: abort.signal }, { role: "host", accessToken: async () => "token" }, () => steadyNow);
type Speaker = ReturnType<typeof host>;

/** The session's host, on air as far as the server says. */
async function goLive(speaker: Speaker): Promise<ServerSocket> {
  const socket = await welcome(server);
  socket.send(channels("arn"));
  await seen(speaker, "channels");
  speaker.connection.mastering("arn");
  await socket.next();
  socket.send(snapshot({ status: "live", rev: 2 }));
  await seen(speaker, "session", 2);
  return socket;
}

test("a hello whose invocation failed is said again on another socket", async () => {
  const listener = listen();
  const socket = await server.accept();
  await socket.next();
  socket.send(failure);
  await socket.closed;
  await seen(listener, "closed");
  expect(listener.events.at(-1)).toMatchObject({ attempt: 1, error: { code: "unavailable" } });
  listener.timers.fire(500);
  expect(await (await server.accept()).next()).toEqual(join);
});

test("a ping whose invocation failed is no answer: all is said again on the same socket, once", async () => {
  const listener = listen();
  const socket = await welcome(server);
  await seen(listener, "session");
  steadyNow += PING_INTERVAL_MS;
  socket.send(failure);
  expect(await socket.next()).toEqual(join);
  expect(listener.timers.delays()).toContain(ANSWER_WITHIN_MS);
  socket.send(snapshot());
  await seen(listener, "session", 2);
  socket.send(failure);
  await socket.closed;
  await seen(listener, "closed");
});

test("only the session API's own messages are answers", async () => {
  const listener = listen();
  const socket = await welcome(server);
  await seen(listener, "session");
  listener.timers.fire(PING_INTERVAL_MS);
  await socket.next();
  for (const frame of ["", "{}", '{"message":"Forbidden"}', '{"type":"of-the-future"}']) socket.send(frame);
  // Whatever comes after them has come after all of them.
  socket.send(JSON.stringify({ type: "listeners", waiting: "many" }));
  socket.send(JSON.stringify({ type: "not-entered" }));
  expect(await socket.next()).toEqual(join);
  socket.send("{}");
  listener.timers.fire(ANSWER_WITHIN_MS);
  await socket.closed;
});

test("a host that is not entered says hello again and stays on air", async () => {
  const speaker = host();
  const socket = await goLive(speaker);
  socket.send({ type: "not-entered" });
  socket.send({ type: "not-entered" });
  expect(await socket.next()).toMatchObject({ action: "host", token: "token" });
  socket.send(snapshot({ status: "live", rev: 3 }));
  socket.send(channels("arn"));
  expect(await socket.next()).toEqual({ action: "mastering", channelArn: "arn" });
  expect(socket.isQuiet()).toBe(true);
  expect(speaker.count("error") + speaker.count("closed")).toBe(0);
});

test("a listener that is not entered resumes its seat, and gives it back anew if that is what failed", async () => {
  const listener = listen();
  const socket = await welcome(server, { status: "live" });
  socket.send(seat);
  await seen(listener, "seat");
  socket.send({ type: "not-entered" });
  expect(await socket.next()).toEqual({ ...join, seatSecret: "a".repeat(32) });
  socket.send(snapshot({ status: "live" }));
  await seen(listener, "session", 2);
  listener.connection.leave();
  expect(await socket.next()).toEqual({ action: "leave" });
  steadyNow += PING_INTERVAL_MS;
  socket.send(failure);
  expect(await socket.next()).toEqual(join);
  socket.send(snapshot({ status: "live" }));
  expect(await socket.next()).toEqual({ action: "leave" });
});
