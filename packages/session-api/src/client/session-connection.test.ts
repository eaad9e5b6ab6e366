import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PING_INTERVAL_MS } from "../contract/index.ts";
import { connect, refusal, SERVER_AHEAD_MS, seat, seen, snapshot, welcome } from "../testing/connection.ts";
import { type SocketServer, startSocketServer } from "../testing/socket-server.ts";
import type { SessionEvent } from "./index.ts";

const ANSWER_WITHIN_MS = 10_000;
/** With a jitter of half: between 90 and 110 minutes. */
const RENEWED_AFTER_MS = 100 * 60_000;

let server: SocketServer;
let abort: AbortController;
beforeEach(async () => {
  server = await startSocketServer();
  abort = new AbortController();
});
afterEach(async () => {
  abort.abort();
  await server.close();
});

test("sends join on open, passes the session on, and learns the server's clock", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await server.accept();
  expect(await socket.next()).toEqual({ action: "join", code: "one-two-three-four" });
  socket.send(snapshot());
  await seen(listener, "session");
  expect(listener.events.map(({ type }) => type)).toEqual(["open", "session"]);
  expect(listener.connection.serverNow()).toBe(1000 + SERVER_AHEAD_MS);
});

test("drops sessions of an older rev, types it does not know and frames that are no JSON", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server, { rev: 3 });
  socket.send('{"type":"of-the-future"}');
  socket.send("");
  socket.send('{"message":"Endpoint request timed out","connectionId":"x"}');
  socket.send(snapshot({ rev: 2, title: "old" }));
  socket.send(snapshot({ rev: 4, title: "new" }));
  await seen(listener, "session", 2);
  const titles = listener.events.flatMap((event) => (event.type === "session" ? event.session.title : []));
  expect(titles).toEqual(["A talk", "new"]);
  expect(listener.events).toHaveLength(3);
});

test.each([
  ["a seat is requested before the socket opens", {}, true],
  ["the option seatAtOnce is set", { seatAtOnce: true }, false],
])("asks for a seat in its hello when %s", async (_, options, asks) => {
  const listener = connect({ server, signal: abort.signal }, options);
  if (asks) listener.connection.requestSeat();
  const socket = await server.accept();
  expect(await socket.next()).toMatchObject({ action: "join", seat: true });
  socket.send(snapshot());
  socket.send(seat);
  await seen(listener, "seat");
  expect(socket.isQuiet()).toBe(true);
});

test("does not ask for a seat again after a hello that came before the session was on air", async () => {
  const listener = connect({ server, signal: abort.signal }, { seatAtOnce: true });
  const socket = await server.accept();
  await socket.next();
  socket.send(snapshot({ status: "waiting" }));
  await seen(listener, "session");
  socket.cut();
  await seen(listener, "closed");
  listener.timers.fire(500);
  expect(await (await server.accept()).next()).not.toHaveProperty("seat");
});

test("sends a request for a seat only after the server has answered the hello", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await server.accept();
  await socket.next();
  listener.connection.requestSeat();
  socket.send(snapshot());
  expect(await socket.next()).toEqual({ action: "seat" });
  socket.send(seat);
  await seen(listener, "seat");
  expect(socket.isQuiet()).toBe(true);
});

test("reconnects after a cut with jitter, resumes its seat, and uses the session's new code", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server, { code: "new-code" });
  socket.send(seat);
  await seen(listener, "seat");
  socket.cut();
  await seen(listener, "closed");
  expect(listener.events.at(-1)).toMatchObject({ attempt: 1, retryInMs: 500, error: { code: "network" } });
  listener.timers.fire(500);
  const again = await server.accept();
  expect(await again.next()).toEqual({ action: "join", code: "new-code", seatSecret: "a".repeat(32) });
});

test("asks for a new seat where the one it resumes is lost", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server);
  socket.send(seat);
  await seen(listener, "seat");
  listener.connection.requestSeat();
  socket.cut();
  await seen(listener, "closed");
  listener.timers.fire(500);
  const again = await server.accept();
  expect(await again.next()).toMatchObject({ seatSecret: "a".repeat(32) });
  again.send(snapshot());
  again.send(refusal("seat-lost"));
  expect(await again.next()).toEqual({ action: "seat" });
});

test("gives back a seat that it left while there was no socket, or resumes it if it is wanted again", async () => {
  for (const isWanted of [false, true]) {
    const listener = connect({ server, signal: abort.signal });
    const socket = await welcome(server);
    socket.send(seat);
    await seen(listener, "seat");
    socket.cut();
    await seen(listener, "closed");
    listener.connection.leave();
    if (isWanted) listener.connection.requestSeat();
    listener.timers.fire(500);
    const again = await server.accept();
    expect(await again.next()).toMatchObject({ action: "join", seatSecret: "a".repeat(32) });
    again.send(snapshot());
    again.send(seat);
    if (isWanted) await seen(listener, "seat", 2);
    else expect(await again.next()).toEqual({ action: "leave" });
    expect(listener.count("seat")).toBe(isWanted ? 2 : 1);
  }
});

test("does not resume a seat it has left", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server);
  socket.send(seat);
  await seen(listener, "seat");
  listener.connection.leave();
  expect(await socket.next()).toEqual({ action: "leave" });
  socket.cut();
  await seen(listener, "closed");
  listener.timers.fire(500);
  expect(await (await server.accept()).next()).toEqual({ action: "join", code: "one-two-three-four" });
});

test("waits longer with each failure in a row, and starts with the shortest delay again after a success", async () => {
  const listener = connect({ server, signal: abort.signal });
  for (const retryInMs of [500, 1000, 1500]) {
    (await server.accept()).cut();
    await expect.poll(() => listener.events.at(-1)).toMatchObject({ type: "closed", retryInMs });
    listener.timers.fire(retryInMs);
  }
  const socket = await welcome(server);
  await seen(listener, "session");
  socket.cut();
  await expect.poll(() => listener.events.at(-1)).toMatchObject({ type: "closed", attempt: 1, retryInMs: 500 });
});

test("pings, and drops a socket that does not answer", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server);
  await seen(listener, "session");
  for (let times = 0; times < 2; times++) {
    listener.timers.fire(PING_INTERVAL_MS);
    expect(await socket.next()).toEqual({ action: "ping" });
    expect(listener.timers.delays()).toContain(ANSWER_WITHIN_MS);
    socket.send(snapshot());
    await expect.poll(() => listener.timers.delays()).toEqual([RENEWED_AFTER_MS, PING_INTERVAL_MS]);
  }
  listener.timers.fire(PING_INTERVAL_MS);
  await socket.next();
  listener.timers.fire(ANSWER_WITHIN_MS);
  await seen(listener, "closed");
  await socket.closed;
});

test("drops a socket whose hello is not answered, or is answered with an error that may pass", async () => {
  const listener = connect({ server, signal: abort.signal });
  const silent = await server.accept();
  await silent.next();
  await seen(listener, "open");
  listener.timers.fire(ANSWER_WITHIN_MS);
  await silent.closed;
  listener.timers.fire(500);
  const troubled = await server.accept();
  await troubled.next();
  troubled.send(refusal("unavailable"));
  await troubled.closed;
  await seen(listener, "closed", 2);
  expect(listener.events.at(-1)).toMatchObject({ attempt: 2, error: { code: "unavailable" } });
});

test("keeps the socket after an error that would come again", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await server.accept();
  await socket.next();
  socket.send(refusal("session-not-found"));
  await seen(listener, "error");
  expect(listener.count("closed")).toBe(0);
});

test("ends when aborted, while open and while waiting to reconnect", async () => {
  const open = connect({ server, signal: abort.signal });
  const socket = await welcome(server);
  await seen(open, "session");
  abort.abort();
  await socket.closed;
  expect(open.timers.delays()).toEqual([]);
  expect(open.count("closed")).toBe(0);

  abort = new AbortController();
  const waiting = connect({ server, signal: abort.signal });
  (await server.accept()).cut();
  await seen(waiting, "closed");
  abort.abort();
  expect(waiting.timers.delays()).toEqual([]);
});

test("passes no events to a listener that has unsubscribed", async () => {
  const { connection } = connect({ server, signal: abort.signal });
  const heard: SessionEvent[] = [];
  connection.subscribe((event) => heard.push(event))();
  const witness = vi.fn();
  connection.subscribe(witness);
  await welcome(server);
  await expect.poll(() => witness).toHaveBeenCalledTimes(2);
  expect(heard).toEqual([]);
});

test("replaces its socket before API Gateway closes it: the old one closes when the new one's hello is answered", async () => {
  const listener = connect({ server, signal: abort.signal });
  const old = await welcome(server);
  old.send(seat);
  await seen(listener, "seat");
  listener.timers.fire(RENEWED_AFTER_MS);
  const next = await server.accept();
  expect(await next.next()).toEqual({ action: "join", code: "one-two-three-four", seatSecret: "a".repeat(32) });
  // The new one gets every message as well.
  old.send(snapshot({ rev: 9, title: "twice" }));
  expect(old.isOpen()).toBe(true);
  next.send(snapshot({ rev: 9, title: "once" }));
  await old.closed;
  await seen(listener, "session", 2);
  expect(listener.events.flatMap((event) => (event.type === "session" ? event.session.title : []))).toEqual([
    "A talk",
    "once",
  ]);
  expect(listener.count("closed")).toBe(0);
  listener.connection.leave();
  expect(await next.next()).toEqual({ action: "leave" });
  expect(listener.timers.delays().sort()).toEqual([PING_INTERVAL_MS, RENEWED_AFTER_MS].sort());
});

test("closes both sockets when it is aborted while one replaces the other", async () => {
  const listener = connect({ server, signal: abort.signal });
  const old = await welcome(server);
  await seen(listener, "session");
  listener.timers.fire(RENEWED_AFTER_MS);
  const next = await server.accept();
  await next.next();
  abort.abort();
  await Promise.all([old.closed, next.closed]);
});

test("check replaces a socket that does not answer soon, and ends the delay before a reconnect", async () => {
  const listener = connect({ server, signal: abort.signal });
  const socket = await welcome(server);
  await seen(listener, "session");
  listener.connection.check();
  expect(await socket.next()).toEqual({ action: "ping" });
  listener.timers.fire(3000);
  await seen(listener, "closed");
  listener.connection.check();
  expect(await (await server.accept()).next()).toMatchObject({ action: "join" });
});
