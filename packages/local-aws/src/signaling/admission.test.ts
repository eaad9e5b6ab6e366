import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { presign } from "../testing/presign.ts";
import { refusalOf } from "../testing/sockets.ts";
import { startTestStand, type TestChannel, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let channel: TestChannel;
let other: TestChannel;
beforeAll(async () => {
  stand = await startTestStand();
  channel = await stand.createChannel("lectern-local-alice-admission");
  other = await stand.createChannel("lectern-local-alice-other");
});
afterAll(() => stand.localAws.close());
// Three connects a second for each role: every test has a second of its own.
beforeEach(() => stand.localAws.clock.advance(1500));

const denied = { status: 403, type: "AccessDeniedException" };

test("admits a speaker as master of their own channel and a guest as viewer", async () => {
  const master = await channel.master(stand.speaker("alice"));
  const viewer = await channel.viewer(stand.guest, "v1");
  master.raw.close();
  viewer.raw.close();
});

test("refuses a guest as master, and says who asked for what", async () => {
  const refusal = await channel.masterRefused(stand.guest);
  expect(refusal).toMatchObject(denied);
  expect(refusal.message).toContain("kinesisvideo:ConnectAsMaster");
  expect(refusal.message).toContain(channel.arn);
});

test("refuses speaker B as master of speaker A's channel, and a speaker as viewer", async () => {
  expect(await channel.masterRefused(stand.speaker("bob"))).toMatchObject(denied);
  expect(await channel.masterRefused(stand.speaker("ali"))).toMatchObject(denied);
  expect(await channel.masterRefused(stand.as(stand.deps.roles.speaker))).toMatchObject(denied);
  expect(await channel.viewerRefused(stand.speaker("alice"), "v1")).toMatchObject(denied);
});

test("refuses an unsigned, tampered, foreign or expired URL", async () => {
  const url = await channel.viewerUrl(stand.guest, "v1");
  expect(await refusalOf(url.replace(/\?.*/, `?X-Amz-ChannelARN=${channel.arn}&X-Amz-ClientId=v1`))).toMatchObject({
    status: 403,
    type: "MissingAuthenticationTokenException",
  });
  expect((await refusalOf(url.replace("X-Amz-ClientId=v1", "X-Amz-ClientId=v2"))).status).toBe(403);
  const unknown = { ...stand.guest, accessKeyId: "ASIAAAAAAAAAAAAAAAAA" };
  expect((await channel.viewerRefused(unknown, "v1")).status).toBe(403);
  expect((await channel.viewerRefused({ ...stand.guest, sessionToken: "another" }, "v1")).status).toBe(403);
  const other = { credentials: stand.guest, now: stand.localAws.clock.now() };
  const query = { "X-Amz-ChannelARN": channel.arn, "X-Amz-ClientId": "v1" };
  const endpoint = await channel.endpoint("VIEWER", "WSS");
  expect((await refusalOf(await presign(endpoint, query, { ...other, service: "execute-api" }))).status).toBe(403);
  expect((await refusalOf(await presign(endpoint, query, { ...other, region: "eu-west-1" }))).status).toBe(403);

  // Looked up by its name, the header every object seems to have.
  expect((await refusalOf(url.replace("SignedHeaders=host", "SignedHeaders=host%3Bconstructor"))).status).toBe(403);
  stand.localAws.clock.advance(300_000);
  expect((await refusalOf(url)).status).toBe(403);
});

test("refuses credentials once they have ended", async () => {
  const credentials = stand.as(stand.deps.roles.guest);
  stand.localAws.clock.advance(3_601_000);
  expect((await channel.viewerRefused(credentials, "v1")).status).toBe(403);
  stand.guest = stand.as(stand.deps.roles.guest);
});

test("refuses arguments that do not fit: 400", async () => {
  const endpoint = await channel.endpoint("VIEWER", "WSS");
  const masterEndpoint = await channel.endpoint("MASTER", "WSS");
  const now = stand.localAws.clock.now();
  const guest = { credentials: stand.guest, now };
  const speaker = { credentials: stand.speaker("alice"), now };
  const invalid = { status: 400, type: "InvalidArgumentException" };
  const arn = { "X-Amz-ChannelARN": channel.arn };
  expect(await refusalOf(await presign(endpoint, {}, guest))).toMatchObject(invalid);
  expect(await refusalOf(await presign(endpoint, arn, guest))).toMatchObject(invalid);
  for (const clientId of ["AWS_x", "aws_x", "a b", "", "x".repeat(257)]) {
    const url = await presign(endpoint, { ...arn, "X-Amz-ClientId": clientId }, guest);
    expect(await refusalOf(url), clientId).toMatchObject(invalid);
  }
  const url = await presign(masterEndpoint, { ...arn, "X-Amz-ClientId": "v1" }, speaker);
  expect(await refusalOf(url)).toMatchObject(invalid);
  const elsewhere = { "X-Amz-ChannelARN": other.arn, "X-Amz-ClientId": "v1" };
  expect(await refusalOf(await presign(endpoint, elsewhere, guest))).toMatchObject(invalid);
});

test("refuses a channel that does not exist, or is not ACTIVE: 404", async () => {
  const notFound = { status: 404, type: "ResourceNotFoundException" };
  const now = stand.localAws.clock.now();
  const guest = { credentials: stand.guest, now };
  const unknown = { "X-Amz-ChannelARN": channel.arn.replace(/\d+$/, "1"), "X-Amz-ClientId": "v1" };
  expect(await refusalOf(await presign(await channel.endpoint("VIEWER", "WSS"), unknown, guest))).toMatchObject(
    notFound,
  );
  const endpoint = stand.localAws.url.replace("http", "ws");
  expect(await refusalOf(await presign(`${endpoint}/v/0badc0de`, unknown, guest))).toMatchObject(notFound);
});

test("gives a viewer its own place again in a full channel, and counts a master's connects apart", async () => {
  const crowded = await stand.createChannel("lectern-local-alice-crowded");
  stand.guest = stand.as(stand.deps.roles.guest);
  const sockets = [];
  for (let index = 0; index < 10; index++) {
    if (index % 3 === 0) stand.localAws.clock.advance(1000);
    sockets.push(await crowded.viewer(stand.guest, `viewer-${index}`));
  }
  const full = await crowded.viewerRefused(stand.guest, "viewer-10");
  expect(full).toMatchObject({ status: 400, type: "ClientLimitExceededException" });
  expect(full.message).toContain("viewers");
  sockets.push(await crowded.viewer(stand.guest, "viewer-9"));
  sockets.push(await crowded.master(stand.speaker("alice")));
  for (const { raw } of sockets) raw.terminate();
});

test("counts what it refused, by reason", async () => {
  expect((await stand.refusals())["signaling:AccessDeniedException"]).toBeGreaterThanOrEqual(5);
});
