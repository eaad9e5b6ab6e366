import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

const get = async (path: string) => (await fetch(`${stand.localAws.url}/_local/${path}`)).json();
const post = async (path: string, body: unknown) => {
  const response = await fetch(`${stand.localAws.url}/_local/${path}`, { method: "POST", body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

test("shows channels and sockets", async () => {
  const channel = await stand.createChannel("lectern-local-alice-state");
  const viewer = await channel.viewer(stand.guest, "v1");
  expect(await get("state")).toMatchObject({
    channels: [{ name: "lectern-local-alice-state", arn: channel.arn, status: "ACTIVE" }],
    sockets: { signaling: [{ role: "viewer", channelArn: channel.arn, clientId: "v1" }], websocket: [] },
    turn: "none",
    allocations: null,
  });
  viewer.raw.close();
});

test("shows an empty inbox until a service sends something", async () => {
  expect(await get("inbox")).toEqual([]);
});

test("moves the clock", async () => {
  const before = stand.localAws.clock.now();
  const { body } = await post("clock", { advanceMs: 60_000 });
  expect((body as { now: number }).now).toBeGreaterThanOrEqual(before + 60_000);
  expect((await post("clock", { advanceMs: -1 })).status).toBe(400);
});

test("changes settings, and refuses those it does not know", async () => {
  expect((await post("settings", { displacedSocket: "closed" })).body).toMatchObject({ displacedSocket: "closed" });
  expect(stand.localAws.settings.displacedSocket).toBe("closed");
  const refused = await post("settings", { displacedSocket: "gone" });
  expect(refused.status).toBe(400);
  expect((refused.body as { message: string }).message).toContain("displacedSocket");
  expect((await post("settings", { unknown: 1 })).status).toBe(400);
});

test("announces GO_AWAY and closes a minute later", async () => {
  const channel = await stand.createChannel("lectern-local-alice-go-away");
  const [one, two] = [await channel.viewer(stand.guest, "v1"), await channel.viewer(stand.guest, "v2")];
  expect((await post("faults", { fault: "goAway", clientId: "v1", channelArn: channel.arn })).body).toEqual({
    sockets: 1,
  });
  await one.received({ messageType: "GO_AWAY" });
  stand.localAws.clock.advance(60_000);
  expect(await one.closed).toBe(1001);
  expect(two.raw.readyState).toBe(two.raw.OPEN);
  two.raw.close();
});

test("asks for new ICE servers, and cuts or closes sockets", async () => {
  const channel = await stand.createChannel("lectern-local-alice-cut");
  const viewer = await channel.viewer(stand.guest, "v1");
  await post("faults", { fault: "reconnectIceServer", role: "viewer" });
  await viewer.received({ messageType: "RECONNECT_ICE_SERVER" });
  await post("faults", { fault: "closeSockets", service: "signaling" });
  expect(await viewer.closed).toBe(1006);
  const next = await channel.viewer(stand.guest, "v1");
  await post("faults", { fault: "closeSockets", code: 1001 });
  expect(await next.closed).toBe(1001);
});

test("goes no further than four hundred days at once", async () => {
  expect((await post("clock", { advanceMs: 1e15 })).status).toBe(400);
});

test("says what is wrong with a fault it does not know", async () => {
  const refused = await post("faults", { fault: "explode" });
  expect(refused.status).toBe(400);
  expect((refused.body as { message: string }).message).toContain("fault");
  expect((await post("nothing", {})).status).toBe(404);
});
