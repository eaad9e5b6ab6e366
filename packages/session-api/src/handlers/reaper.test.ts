import { afterAll, beforeAll, expect, test } from "vitest";
import { SEAT_LEASE_MS } from "../contract/index.ts";
import { type Stage, startStage } from "../testing/stage.ts";
import { ABANDONED_AFTER_MS } from "./reaper.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const channelCount = (): number => stage.cloud.channels.list().length;

test("ends a live session whose host stayed away ten minutes, and deletes its channel", async () => {
  const { code } = await stage.createSession("a");
  const host = await stage.host("a", code);
  const listener = await stage.listener(code);
  await host.disconnect();
  stage.clock.now += ABANDONED_AFTER_MS - 1;
  await stage.handlers().reap();
  expect(listener.last("session")?.session.status).toBe("live");
  stage.clock.now += 1;
  await stage.handlers().reap();
  expect(listener.last("session")?.session.status).toBe("ended");
  expect(listener.last("ended")).toBeDefined();
  expect(channelCount()).toBe(0);
});

test("leaves a session as it is while its host pings", async () => {
  const { code } = await stage.createSession("a");
  const host = await stage.host("a", code);
  for (let minute = 0; minute < 15; minute++) {
    stage.clock.now += 60_000;
    await host.send({ action: "ping" });
    await stage.handlers().reap();
  }
  await host.send({ action: "ping" });
  expect(host.last("session")?.session.status).toBe("live");
  await stage.patch("a", code, { status: "ended" });
  expect(channelCount()).toBe(0);
});

test("deletes the channel of a host that left before it went live, and leaves the session waiting", async () => {
  const { code } = await stage.createSession("a");
  await stage.host("a", code, { live: false });
  expect(channelCount()).toBe(1);
  stage.clock.now += SEAT_LEASE_MS + ABANDONED_AFTER_MS;
  await stage.handlers().reap();
  expect(channelCount()).toBe(0);
  expect((await stage.http("GET", `/sessions/${code}`)).body.session).toMatchObject({
    status: "waiting",
    hosted: false,
  });
  expect((await stage.host("a", code)).last("session")?.session.status).toBe("live");
  await stage.patch("a", code, { status: "ended" });
});

test("deletes a channel later if KVS refused when the session ended", async () => {
  const { code } = await stage.createSession("a");
  await stage.host("a", code);
  stage.cloud.channels.down = true;
  expect(await stage.patch("a", code, { status: "ended" })).toBe(200);
  await stage.handlers().reap();
  expect(channelCount()).toBe(1);
  stage.cloud.channels.down = false;
  await stage.handlers().reap();
  expect(channelCount()).toBe(0);
});

test("frees seats whose lease has ended, and tells the host", async () => {
  const { code } = await stage.createSession("a");
  const host = await stage.host("a", code);
  await stage.listener(code, { seated: true });
  stage.clock.now += SEAT_LEASE_MS - 1;
  await host.send({ action: "ping" });
  stage.clock.now += 2;
  const told = host.count("listeners");
  await stage.handlers().reap();
  expect(host.count("listeners")).toBe(told + 1);
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 0, seated: 0 });
});

test("keeps the name of a channel that KVS has not created yet, and deletes the channel if it is created after all", async () => {
  const { code } = await stage.createSession("a");
  stage.cloud.channels.down = true;
  await stage.host("a", code, { live: false });
  stage.cloud.channels.down = false;
  await stage.patch("a", code, { status: "ended" });
  await stage.handlers().reap();
  const before = channelCount();
  const ChannelName = stage.cloud.channels.refusedNames.at(-1) ?? "";
  stage.cloud.channels.handle("/createSignalingChannel", { ChannelName });
  stage.cloud.channels.handle("/describeSignalingChannel", { ChannelName });
  stage.cloud.channels.handle("/describeSignalingChannel", { ChannelName });
  expect(channelCount()).toBe(before + 1);
  await stage.handlers().reap();
  expect(channelCount()).toBe(before);
});

test("endAll ends every session on air or about to be, and tells everyone", async () => {
  const [live, preparing] = [await stage.createSession("a"), await stage.createSession("b")];
  const host = await stage.host("a", live.code);
  const listener = await stage.listener(live.code, { seated: true });
  await stage.host("b", preparing.code, { live: false });
  await stage.handlers().endAll();
  for (const socket of [host, listener]) expect(socket.last("session")?.session.status).toBe("ended");
  expect(listener.last("ended")).toBeDefined();
  expect(channelCount()).toBe(0);
});
