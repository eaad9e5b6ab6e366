import { DeleteSignalingChannelCommand } from "@aws-sdk/client-kinesis-video";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestStand, type TestChannel, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let channel: TestChannel;
let count = 0;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());
beforeEach(async () => {
  stand.localAws.clock.advance(1500);
  Object.assign(stand.localAws.settings, { displacedSocket: "left", earlyMessages: "held" });
  channel = await stand.createChannel(`lectern-local-alice-${count++}`);
});

const fresh = () => {
  const { deps } = stand;
  return { guest: stand.as(deps.roles.guest), speaker: stand.speaker("alice") };
};
const payload = (text: string) => Buffer.from(JSON.stringify({ text })).toString("base64");
const offer = (text: string) => ({ action: "SDP_OFFER", messagePayload: payload(text) });
const candidate = (text: string) => ({ action: "ICE_CANDIDATE", messagePayload: payload(text) });
const answer = (text: string, recipientClientId: string) => ({
  action: "SDP_ANSWER",
  messagePayload: payload(text),
  recipientClientId,
});

test("holds what a viewer sends before the master is there; a newer offer overwrites the older", async () => {
  const { guest, speaker } = fresh();
  const viewer = await channel.viewer(guest, "v1");
  viewer.send(offer("first"));
  viewer.send(candidate("c"));
  viewer.send(offer("second"));
  viewer.raw.ping();
  await new Promise((resolve) => viewer.raw.once("pong", resolve));
  const master = await channel.master(speaker);
  await master.received({ messagePayload: payload("second") });
  expect(master.frames).toEqual([
    { messageType: "ICE_CANDIDATE", messagePayload: payload("c"), senderClientId: "v1" },
    { messageType: "SDP_OFFER", messagePayload: payload("second"), senderClientId: "v1" },
  ]);

  // Delivered is consumed: the next master gets only what comes after it.
  const next = await channel.master(speaker);
  viewer.send(candidate("later"));
  await next.received({ messagePayload: payload("later") });
  expect(next.frames).toHaveLength(1);
});

test("forgets held messages after the channel's MessageTtlSeconds, or at once when told to lose them", async () => {
  const { guest, speaker } = fresh();
  const viewer = await channel.viewer(guest, "v1");
  viewer.send(offer("old"));
  viewer.raw.ping();
  await new Promise((resolve) => viewer.raw.once("pong", resolve));
  stand.localAws.clock.advance(61_000);
  expect((await stand.refusals())["signaling:held-until-expired"]).toBe(1);
  stand.localAws.settings.earlyMessages = "lost";
  viewer.send(candidate("lost"));
  viewer.raw.ping();
  await new Promise((resolve) => viewer.raw.once("pong", resolve));
  const master = await channel.master(speaker);
  viewer.send(candidate("heard"));
  await master.received({ messagePayload: payload("heard") });
  expect(master.frames).toHaveLength(1);
  expect((await stand.refusals())["signaling:lost-before-master"]).toBe(1);
});

test("gives everything to the newest master", async () => {
  const { guest, speaker } = fresh();
  const first = await channel.master(speaker);
  const second = await channel.master(speaker);
  const viewer = await channel.viewer(guest, "v1");
  viewer.send(offer("hello"));
  await second.received({ messageType: "SDP_OFFER" });
  expect(first.frames).toEqual([]);
});

test.each(["master", "viewer"])("closes a displaced %s with 1001 when told to", async (role) => {
  const { guest, speaker } = fresh();
  stand.localAws.settings.displacedSocket = "closed";
  const connect = () => (role === "master" ? channel.master(speaker) : channel.viewer(guest, "v1"));
  const older = await connect();
  await connect();
  expect(await older.closed).toBe(1001);
});

test("sends to the newest socket of a ClientId", async () => {
  const { guest, speaker } = fresh();
  const older = await channel.viewer(guest, "v1");
  const newer = await channel.viewer(guest, "v1");
  const master = await channel.master(speaker);
  master.send(answer("a", "v1"));
  await newer.received({ messageType: "SDP_ANSWER" });
  expect(older.frames).toEqual([]);
  // The end of the displaced socket leaves the newer one its place.
  older.raw.close();
  await older.closed;
  master.send(answer("b", "v1"));
  await newer.received({ messagePayload: payload("b") });
});

test("never lets a viewer reach another viewer", async () => {
  const { guest, speaker } = fresh();
  const master = await channel.master(speaker);
  const one = await channel.viewer(guest, "v1");
  const two = await channel.viewer(guest, "v2");
  one.send({ ...offer("to v2"), recipientClientId: "v2" });
  await master.received({ messagePayload: payload("to v2"), senderClientId: "v1" });
  master.send(answer("for v2", "v2"));
  await two.received({ messagePayload: payload("for v2") });
  expect(two.frames).toHaveLength(1);
});

test("understands members in any case, and lives through frames it cannot read", async () => {
  const { guest, speaker } = fresh();
  const master = await channel.master(speaker);
  const viewer = await channel.viewer(guest, "v1");
  for (const frame of ["", "{", "[]", '"text"', "null", '{"action":"PING"}']) viewer.send(frame);
  viewer.send({ Action: "SDP_OFFER", MessagePayload: payload("c sdk"), CorrelationId: "x", IceServerList: [] });
  await master.received({ messagePayload: payload("c sdk") });
  expect(viewer.frames).toEqual([]);
});

test("closes the sockets of a channel that is deleted", async () => {
  const { guest } = fresh();
  const viewer = await channel.viewer(guest, "v1");
  await stand.kinesisVideo(stand.handlers).send(new DeleteSignalingChannelCommand({ ChannelARN: channel.arn }));
  expect(await viewer.closed).toBe(1001);
});
