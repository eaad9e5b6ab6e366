import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SEAT_LEASE_MS, SEATS_PER_CHANNEL, type Session, verifyClientId } from "../../contract/index.ts";
import { type Stage, startStage, type TestSocket } from "../../testing/stage.ts";

let stage: Stage;
let session: Session;
let host: TestSocket;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  session = await stage.createSession("speaker");
  host = await stage.host("speaker", session.code);
});

const seatIdOf = async (listener: TestSocket): Promise<string | undefined> => {
  const seat = listener.last("seat");
  const { macKey } = host.last("channels") ?? {};
  return seat && macKey ? (await verifyClientId(macKey, seat.channelArn, seat.clientId))?.seatId : undefined;
};

test("gives a seat on the session's channel, under a ClientId the host can verify", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  const seat = listener.last("seat");
  const channels = host.last("channels");
  expect(seat).toMatchObject({
    channelArn: channels?.channels[0]?.channelArn,
    wssEndpoint: "wss://v-1.kinesisvideo.us-east-1.amazonaws.com",
    slot: expect.any(Number),
  });
  const parts = await verifyClientId(channels?.macKey ?? "", seat?.channelArn ?? "", seat?.clientId ?? "");
  expect(parts?.expiresAt).toBe(stage.clock.now + SEAT_LEASE_MS);
});

test("gives a seat with the join that asks for one, if there is one", async () => {
  const listener = await stage.listener(session.code, { seat: true });
  expect(listener.messages().map(({ type }) => type)).toEqual(["session", "seat"]);
  for (let seated = 1; seated < SEATS_PER_CHANNEL; seated++) await stage.listener(session.code, { seat: true });
  const ninth = await stage.listener(session.code, { seat: true });
  expect(ninth.last("error")).toMatchObject({ code: "full" });
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 1, seated: SEATS_PER_CHANNEL });
});

test("answers a join that asks for a seat before the session is live with the session alone", async () => {
  const early = await stage.createSession("speaker");
  const listener = await stage.listener(early.code, { seat: true });
  expect(listener.messages().map(({ type }) => type)).toEqual(["session"]);
});

test("gives exactly eight of twenty who ask at once a seat, and tells the others it is full", async () => {
  const listeners = await Promise.all(Array.from({ length: 20 }, () => stage.listener(session.code)));
  await Promise.all(listeners.map((listener) => listener.send({ action: "seat" })));
  const seated = listeners.filter((listener) => listener.last("seat"));
  expect(seated).toHaveLength(SEATS_PER_CHANNEL);
  expect(new Set(await Promise.all(seated.map(seatIdOf))).size).toBe(SEATS_PER_CHANNEL);
  for (const listener of listeners.filter((one) => !seated.includes(one))) {
    expect(listener.last("error")).toMatchObject({ code: "full" });
  }
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 12, seated: 8 });
});

test("gives one seat to one connection that asks five times at once", async () => {
  const listener = await stage.listener(session.code);
  await Promise.all(Array.from({ length: 5 }, () => listener.send({ action: "seat" })));
  expect(new Set(listener.messages().flatMap((one) => (one.type === "seat" ? one.seatSecret : []))).size).toBe(1);
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 0, seated: 1 });
});

test("renews the lease and the ClientId of a holder who asks again, keeping the seat id", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  const [first, firstId] = [listener.last("seat"), await seatIdOf(listener)];
  stage.clock.now += 60_000;
  await listener.send({ action: "seat" });
  expect(await seatIdOf(listener)).toBe(firstId);
  expect(listener.last("seat")?.clientId).not.toBe(first?.clientId);
  expect(listener.last("seat")?.seatSecret).toBe(first?.seatSecret);
});

test("frees a seat by leave, for the next to take", async () => {
  const listeners = await Promise.all(
    Array.from({ length: SEATS_PER_CHANNEL }, () => stage.listener(session.code, { seated: true })),
  );
  const ninth = await stage.listener(session.code, { seated: true });
  expect(ninth.last("error")).toMatchObject({ code: "full" });
  await listeners[3]?.send({ action: "leave" });
  await ninth.send({ action: "seat" });
  expect(ninth.last("seat")).toBeDefined();
});

test("frees a seat when its lease ends, and tells its holder when that pings again", async () => {
  const silent = await stage.listener(session.code, { seated: true });
  const others = await Promise.all(
    Array.from({ length: SEATS_PER_CHANNEL - 1 }, () => stage.listener(session.code, { seated: true })),
  );
  stage.clock.now += 60_000;
  await Promise.all(others.map((other) => other.send({ action: "ping" })));
  stage.clock.now += 31_000;
  const late = await stage.listener(session.code, { seated: true });
  expect(late.last("seat")).toBeDefined();
  await silent.send({ action: "ping" });
  expect(silent.last("error")).toMatchObject({ code: "seat-lost" });
  await silent.send({ action: "seat" });
  expect(silent.last("error")).toMatchObject({ code: "full" });
});

test("gives a holder whose lease ended a new seat, not a second one", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  const first = await seatIdOf(listener);
  stage.clock.now += SEAT_LEASE_MS + 1;
  await host.send({ action: "ping" });
  await listener.send({ action: "ping" });
  await listener.send({ action: "seat" });
  expect(await seatIdOf(listener)).not.toBe(first);
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 0, seated: 1 });
});

test("resumes a seat on a new socket by its secret, and ignores the old socket's leave", async () => {
  const before = await stage.listener(session.code, { seated: true });
  const seatSecret = before.last("seat")?.seatSecret ?? "";
  const seatId = await seatIdOf(before);
  const after = stage.socket();
  await after.send({ action: "join", code: session.code, seatSecret });
  expect(after.messages().map(({ type }) => type)).toEqual(["session", "seat"]);
  expect(await seatIdOf(after)).toBe(seatId);
  await before.send({ action: "leave" });
  await before.disconnect();
  await after.send({ action: "ping" });
  expect(after.last("error")).toBeUndefined();
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 0, seated: 1 });
});

test("refuses to resume with an unknown secret, and after the lease's end", async () => {
  const stranger = stage.socket();
  await stranger.send({ action: "join", code: session.code, seatSecret: "0".repeat(32) });
  expect(stranger.last("error")).toMatchObject({ code: "seat-lost" });
  const listener = await stage.listener(session.code, { seated: true });
  stage.clock.now += SEAT_LEASE_MS;
  const late = stage.socket();
  await late.send({ action: "join", code: session.code, seatSecret: listener.last("seat")?.seatSecret ?? "" });
  expect(late.last("error")).toMatchObject({ code: "seat-lost" });
});

test("frees the seat of a ClientId the host reports gone, and tells its holder", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  await host.send({ action: "gone", clientId: listener.last("seat")?.clientId ?? "", reason: "failed" });
  expect(listener.last("error")).toMatchObject({ code: "seat-lost" });
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 1, seated: 0 });
});

test("frees nothing for a forged ClientId, nor for anyone but the host", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  const clientId = listener.last("seat")?.clientId ?? "";
  const forged = clientId.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  await host.send({ action: "gone", clientId: forged, reason: "left" });
  const other = await stage.listener(session.code);
  await other.send({ action: "gone", clientId, reason: "left" });
  expect(other.last("error")).toMatchObject({ code: "not-host" });
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toMatchObject({ seated: 1 });
});

test("gives no seat before the session is live, nor after it ended; keeps giving while paused", async () => {
  const waiting = await stage.createSession("speaker");
  const early = await stage.listener(waiting.code, { seated: true });
  expect(early.last("error")).toMatchObject({ code: "session-not-live" });
  await stage.host("speaker", waiting.code, { live: false });
  await early.send({ action: "seat" });
  expect(early.last("seat")).toBeUndefined();

  await stage.patch("speaker", session.code, { status: "paused" });
  expect((await stage.listener(session.code, { seated: true })).last("seat")).toBeDefined();
  await stage.patch("speaker", session.code, { status: "ended" });
  expect((await stage.listener(session.code, { seated: true })).last("error")).toMatchObject({
    code: "session-not-live",
  });
});

test("a socket that joins another session is told nothing more of the first", async () => {
  const listener = await stage.listener(session.code, { seated: true });
  const other = await stage.createSession("speaker", "Another talk");
  await listener.send({ action: "join", code: other.code });
  await stage.patch("speaker", session.code, { title: "Unheard" });
  await stage.patch("speaker", other.code, { title: "Heard" });
  const titles = listener.messages().flatMap((one) => (one.type === "session" ? one.session.title : []));
  expect(titles).toEqual(["A talk", "Another talk", "Heard"]);
});
