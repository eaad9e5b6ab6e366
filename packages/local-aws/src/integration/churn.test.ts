import { DeleteSignalingChannelCommand } from "@aws-sdk/client-kinesis-video";
import { MINUTE_MS } from "@lectern/primitives";
import { array, number, object, parse, unknown } from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentityClients, identityClients } from "../testing/identity-pool.ts";
import type { Keys } from "../testing/presign.ts";
import { openSocket, type TestSocket } from "../testing/sockets.ts";
import { startTestStand, stillClock, type TestChannel, type TestStand } from "../testing/stand.ts";

/** Between a join and a leave, and a leave and a join; `npm run bench -- churn` has one every two seconds. */
const STEP_MS = Number(process.env.LECTERN_CHURN_STEP_MS ?? 30_000);
/** Credentials live an hour, and are known for ten minutes more. */
const REMEMBERED_MS = 70 * MINUTE_MS;
/** A talk ends, and the next has a channel of its own. */
const JOINS_A_TALK = 10;
/** MessageTtlSeconds. */
const HELD_MS = 60_000;
/** As many as the Identity Pool remembers. */
const GUESTS = 1000;

let stand: TestStand;
let clients: IdentityClients;
beforeAll(async () => {
  stand = await startTestStand({ clock: stillClock() });
  clients = identityClients(stand);
});
afterAll(async () => {
  clients.close();
  await stand.localAws.close();
});

const stateSchema = object({
  sockets: object({ signaling: array(unknown()), websocket: array(unknown()) }),
  channels: array(unknown()),
  kept: object({ credentials: number(), identities: number(), heldMessages: number(), timers: number() }),
});
const state = async () => parse(stateSchema, await (await fetch(`${stand.localAws.url}/_local/state`)).json());

async function guestKeys(): Promise<Keys> {
  const token = await clients.getOpenIdToken(await clients.getId());
  const { Credentials } = await clients.assumeRole(token, stand.localAws.env.VITE_GUEST_ROLE_ARN ?? "");
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** The session API's socket, which takes the most time: every tenth join has one. */
async function goOnline(): Promise<TestSocket> {
  const socket = await openSocket(stand.localAws.env.VITE_WEBSOCKET_URL ?? "");
  socket.send({ action: "join", code: "mayo-yoyo-zoom-zero" });
  await socket.received({ type: "error" });
  return socket;
}

/** As a listener comes, and goes a step later. There is no master, so the offer waits for one. */
async function joinAndLeave(channel: TestChannel, number: number): Promise<void> {
  const keys = await guestKeys();
  await channel.iceServers(keys);
  const viewer = await channel.viewer(keys, `v${number}`);
  viewer.send({ action: "SDP_OFFER", messagePayload: "b2ZmZXI=" });
  const sockets = number % 10 === 0 ? [viewer, await goOnline()] : [viewer];
  stand.localAws.clock.advance(STEP_MS);
  for (const { raw } of sockets) raw.close();
  for (const { closed } of sockets) await closed;
  stand.localAws.clock.advance(STEP_MS);
}

let joins = 0;
async function churn(ms: number): Promise<void> {
  const kinesisVideo = stand.kinesisVideo(stand.handlers);
  for (const end = stand.localAws.clock.now() + ms; stand.localAws.clock.now() < end; ) {
    const channel = await stand.createChannel(`lectern-local-alice-churn-${joins}`);
    for (let talk = 0; talk < JOINS_A_TALK; talk++) await joinAndLeave(channel, joins++);
    // Only what was sent lately still waits.
    expect((await state()).kept.heldMessages).toBeLessThanOrEqual(HELD_MS / (2 * STEP_MS));
    await kinesisVideo.send(new DeleteSignalingChannelCommand({ ChannelARN: channel.arn }));
  }
}

test("remembers as much after hours of joins and leaves as it did before", { timeout: 600_000 }, async () => {
  for (let guest = 0; guest < GUESTS; guest++) stand.deps.identities.create();
  const before = await state();
  await churn(REMEMBERED_MS);
  const early = await state();
  await churn(REMEMBERED_MS);
  expect(joins).toBeGreaterThanOrEqual(REMEMBERED_MS / STEP_MS);
  const late = await state();
  expect(late.kept.credentials).toBeLessThanOrEqual(early.kept.credentials);
  expect(late.kept.identities).toBe(early.kept.identities);

  stand.localAws.clock.advance(130_000);
  const { sockets, channels, kept } = await state();
  expect({ sockets, channels }).toEqual({ sockets: { signaling: [], websocket: [] }, channels: [] });
  expect({ held: kept.heldMessages, timers: kept.timers }).toEqual({ held: 0, timers: before.kept.timers });
});
