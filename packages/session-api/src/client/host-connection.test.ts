import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Connected, channels, connect, refusal, seen, snapshot, welcome } from "../testing/connection.ts";
import { type SocketServer, startSocketServer } from "../testing/socket-server.ts";

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

const host = (accessToken: (fresh?: "fresh") => Promise<string> = async () => "token"): Connected =>
  connect({ server, signal: abort.signal }, { role: "host", accessToken });

test("sends a token and its page's secret in its hello, the same on every socket", async () => {
  const speaker = host();
  const socket = await server.accept();
  const hello = await socket.next();
  expect(hello).toEqual({
    action: "host",
    token: "token",
    code: "one-two-three-four",
    hostSecret: expect.stringMatching(/^[a-f0-9]{32}$/),
  });
  socket.cut();
  await seen(speaker, "closed");
  speaker.timers.fire(500);
  expect(await (await server.accept()).next()).toEqual(hello);
});

test("sends mastering again after a reconnect, unless the channel is another", async () => {
  const speaker = host();
  const socket = await welcome(server);
  socket.send(channels("arn-1"));
  await seen(speaker, "channels");
  speaker.connection.mastering("arn-1");
  expect(await socket.next()).toEqual({ action: "mastering", channelArn: "arn-1" });
  socket.cut();
  await seen(speaker, "closed");
  speaker.timers.fire(500);
  const second = await welcome(server);
  second.send(channels("arn-1"));
  expect(await second.next()).toEqual({ action: "mastering", channelArn: "arn-1" });
  second.send(channels("arn-2"));
  await seen(speaker, "channels", 3);
  speaker.connection.gone("s-1", "left");
  expect(await second.next()).toEqual({ action: "gone", clientId: "s-1", reason: "left" });
});

test("tells of who went while there was no socket, unless they are back", async () => {
  const speaker = host();
  const socket = await welcome(server);
  socket.send(channels("arn-1"));
  await seen(speaker, "channels");
  socket.cut();
  await seen(speaker, "closed");
  speaker.connection.gone("s-1", "left");
  speaker.connection.gone("s-2", "failed", () => false);
  speaker.connection.gone("s-3", "left");
  speaker.timers.fire(500);
  const second = await welcome(server);
  second.send(channels("arn-1"));
  expect(await second.next()).toEqual({ action: "gone", clientId: "s-1", reason: "left" });
  expect(await second.next()).toEqual({ action: "gone", clientId: "s-3", reason: "left" });
  expect(second.isQuiet()).toBe(true);
});

test.each([
  ["error", refusal("already-hosted")],
  ["displaced", { type: "displaced" }],
] as const)("does not reconnect after %s until it takes over", async (type, message) => {
  const speaker = host();
  const socket = await welcome(server);
  socket.send(message);
  await socket.closed;
  await seen(speaker, type);
  expect(speaker.timers.delays()).toEqual([]);
  expect(speaker.count("closed")).toBe(0);
  speaker.connection.takeOver();
  const second = await server.accept();
  expect(await second.next()).toMatchObject({ action: "host", takeOver: true });
  second.send(snapshot());
  second.send(channels("arn"));
  await seen(speaker, "channels");
  second.cut();
  await seen(speaker, "closed");
  speaker.timers.fire(500);
  expect(await (await server.accept()).next()).not.toHaveProperty("takeOver");
});

test("says unauthorized when there is no token, and tries again", async () => {
  const accessToken = vi.fn(async () => "token").mockRejectedValueOnce(new Error("offline"));
  const speaker = host(accessToken);
  await seen(speaker, "closed");
  expect(speaker.events).toEqual([
    expect.objectContaining({ error: expect.objectContaining({ code: "unauthorized" }) }),
  ]);
  speaker.timers.fire(500);
  expect(await (await server.accept()).next()).toMatchObject({ action: "host" });
});

test("says network, not unauthorized, when there may be a token later", async () => {
  const accessToken = vi.fn(async () => "token").mockRejectedValueOnce(new Error("offline"));
  const speaker = connect({ server, signal: abort.signal }, { role: "host", accessToken, isRetryable: () => true });
  await seen(speaker, "closed");
  expect(speaker.events[0]).toMatchObject({ error: { code: "network" } });
});

test("reconnects with a fresh token when the server refuses the one it sent", async () => {
  const speaker = host(async (fresh) => (fresh ? "new" : "old"));
  const socket = await server.accept();
  expect(await socket.next()).toMatchObject({ token: "old" });
  socket.send(refusal("unauthorized"));
  await seen(speaker, "closed");
  speaker.timers.fire(500);
  expect(await (await server.accept()).next()).toMatchObject({ token: "new" });
});

test("waits longer while its channels fail to come, though its hello is answered", async () => {
  const speaker = host();
  for (const retryInMs of [500, 750]) {
    const socket = await welcome(server);
    socket.send(refusal("unavailable"));
    await expect.poll(() => speaker.events.at(-1)).toMatchObject({ type: "closed", retryInMs });
    speaker.timers.fire(retryInMs);
  }
});
