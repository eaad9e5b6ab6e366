import { afterAll, beforeAll, expect, test } from "vitest";
import { SEAT_LEASE_MS } from "../../contract/index.ts";
import { randomHex128 } from "../../hex.ts";
import { type Stage, startStage } from "../../testing/stage.ts";
import { speakerOf } from "../pre-token-generation.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const token = (sub = "speaker"): Promise<string> => stage.cloud.tokens.access(sub, stage.clock.now);

test("creates the channel under the speaker's name, waits until it is active, and sends it to the host with a key", async () => {
  const { code, id } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code, { live: false });
  expect(host.messages().map(({ type }) => type)).toEqual(["session", "channels", "listeners"]);
  expect(host.last("session")?.session).toMatchObject({ id, status: "waiting" });
  const channels = host.last("channels");
  const channel = stage.cloud.channels
    .list()
    .find(({ ChannelARN }) => ChannelARN === channels?.channels[0]?.channelArn);
  expect(channel?.ChannelName).toMatch(new RegExp(`^lectern-test-${speakerOf("speaker")}-[a-f0-9]{32}$`));
  expect(channel).toMatchObject({ ChannelStatus: "ACTIVE", SingleMasterConfiguration: { MessageTtlSeconds: 60 } });
  expect(channels?.channels[0]?.wssEndpoint).toContain("wss://m-");
  expect(atob(channels?.macKey ?? "")).toHaveLength(32);
});

test("is live at the first mastering, and tells everyone once", async () => {
  const { code } = await stage.createSession("speaker");
  const listener = await stage.listener(code);
  const host = await stage.host("speaker", code);
  const channelArn = host.last("channels")?.channels[0]?.channelArn ?? "";
  await host.send({ action: "mastering", channelArn });
  await host.send({ action: "mastering", channelArn });
  expect(listener.messages().flatMap((one) => (one.type === "session" ? one.session.status : []))).toEqual([
    "waiting",
    "live",
  ]);
  expect(listener.last("session")?.session).toMatchObject({ rev: 3, liveAt: stage.clock.now, endedAt: null });
});

test("refuses mastering of another channel, and by anyone but the host", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code, { live: false });
  const channelArn = host.last("channels")?.channels[0]?.channelArn ?? "";
  await host.send({ action: "mastering", channelArn: `${channelArn}0` });
  expect(host.last("error")).toMatchObject({ code: "not-host" });
  const listener = await stage.listener(code);
  await listener.send({ action: "mastering", channelArn });
  expect(listener.last("error")).toMatchObject({ code: "not-host" });
  expect(listener.last("session")?.session.status).toBe("waiting");
});

test("refuses a second page until it takes over, then displaces the first and gives the same channel and key", async () => {
  const { code } = await stage.createSession("speaker");
  const first = await stage.host("speaker", code);
  const second = await stage.host("speaker", code, { live: false });
  expect(second.messages()).toEqual([expect.objectContaining({ type: "error", code: "already-hosted" })]);
  await second.send({ action: "host", token: await token(), code, takeOver: true });
  expect(first.last("displaced")).toBeDefined();
  expect(second.last("channels")).toEqual(first.last("channels"));
  await first.send({ action: "gone", clientId: "x", reason: "left" });
  expect(first.last("error")).toMatchObject({ code: "not-host" });
  const told = first.count("displaced");
  await first.send({ action: "ping" });
  expect(first.count("displaced")).toBe(told + 1);
});

test("accepts the same page on a new socket by its secret, while the old socket still counts as open", async () => {
  const { code } = await stage.createSession("speaker");
  const hostSecret = randomHex128();
  const before = stage.socket();
  await before.send({ action: "host", token: await token(), code, hostSecret });
  const after = stage.socket();
  await after.send({ action: "host", token: await token(), code, hostSecret });
  expect(after.last("channels")).toEqual(before.last("channels"));
  expect(before.last("displaced")).toBeUndefined();
  const other = stage.socket();
  await other.send({ action: "host", token: await token(), code, hostSecret: randomHex128() });
  expect(other.last("error")).toMatchObject({ code: "already-hosted" });
});

test("accepts another host at once when the host's socket closes, and after the lease when it stops pinging", async () => {
  const { code } = await stage.createSession("speaker");
  const first = await stage.host("speaker", code);
  await first.disconnect();
  const second = await stage.host("speaker", code, { live: false });
  expect(second.last("channels")).toEqual(first.last("channels"));
  stage.clock.now += SEAT_LEASE_MS - 1;
  await second.send({ action: "ping" });
  stage.clock.now += SEAT_LEASE_MS - 1;
  expect((await stage.host("speaker", code, { live: false })).last("error")).toMatchObject({ code: "already-hosted" });
  stage.clock.now += 1000;
  expect((await stage.host("speaker", code, { live: false })).last("channels")).toBeDefined();
});

test("uses a new channel and a new key each time the session goes live, and deletes the old channel", async () => {
  const { code } = await stage.createSession("speaker");
  const first = (await stage.host("speaker", code)).last("channels");
  await stage.patch("speaker", code, { status: "ended" });
  const second = (await stage.host("speaker", code)).last("channels");
  expect(second?.macKey).not.toBe(first?.macKey);
  expect(second?.channels[0]?.channelArn).not.toBe(first?.channels[0]?.channelArn);
  const arns = stage.cloud.channels.list().map(({ ChannelARN }) => ChannelARN);
  expect(arns).not.toContain(first?.channels[0]?.channelArn);
  expect(arns).toContain(second?.channels[0]?.channelArn);
});

test("creates a new channel when somebody else deleted the one on air, and gives listeners seats there", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code);
  const listener = await stage.listener(code, { seated: true });
  const before = host.last("channels");
  const name = before?.channels[0]?.channelArn.split("/")[1] ?? "";
  stage.cloud.channels.handle("/deleteSignalingChannel", { ChannelName: name });
  await host.send({ action: "host", token: await token(), code });
  const after = host.last("channels");
  expect(after?.channels[0]?.channelArn).not.toBe(before?.channels[0]?.channelArn);
  await listener.send({ action: "seat" });
  expect(listener.last("seat")?.channelArn).toBe(after?.channels[0]?.channelArn);
});

test("tells a channel's endpoints as they are now, to a host that comes back and to listeners after it", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code);
  const listener = await stage.listener(code, { seated: true });
  stage.cloud.channels.domain = "elsewhere.example";
  await host.send({ action: "host", token: await token(), code });
  expect(host.last("channels")?.channels[0]?.wssEndpoint).toBe("wss://m-1.elsewhere.example");
  await listener.send({ action: "seat" });
  expect(listener.last("seat")).toMatchObject({
    wssEndpoint: "wss://v-1.elsewhere.example",
    httpsEndpoint: "https://r-1.elsewhere.example",
    seatSecret: listener.messages().find((one) => one.type === "seat")?.seatSecret,
  });
  stage.cloud.channels.domain = "kinesisvideo.us-east-1.amazonaws.com";
});

test("handles the same host message twice at once as one", async () => {
  const { code } = await stage.createSession("speaker");
  const host = stage.socket();
  const message = { action: "host", token: await token(), code } as const;
  const channelsBefore = stage.cloud.channels.list().length;
  await Promise.all([host.send(message), host.send(message)]);
  const told = host.messages().filter(({ type }) => type === "channels");
  expect(told).toHaveLength(2);
  expect(told[0]).toEqual(told[1]);
  expect(stage.cloud.channels.list()).toHaveLength(channelsBefore + 1);
});

test("says unavailable when KVS refuses, and works when asked again", async () => {
  const { code } = await stage.createSession("speaker");
  stage.cloud.channels.down = true;
  const host = await stage.host("speaker", code, { live: false });
  expect(host.last("error")).toMatchObject({ code: "unavailable" });
  stage.cloud.channels.down = false;
  await host.send({ action: "host", token: await token(), code });
  expect(host.last("channels")).toBeDefined();
});

test("refuses every token that is not a living access token of this client and pool, and other people's", async () => {
  const { code } = await stage.createSession("speaker");
  const { tokens } = stage.cloud;
  const { now } = stage.clock;
  const good = await token();
  const refused: [string, string, string][] = [
    ["id token", await tokens.access("speaker", now, { token_use: "id" }), "unauthorized"],
    ["another client", await tokens.access("speaker", now, { client_id: "other" }), "unauthorized"],
    ["expired", await tokens.access("speaker", now - 3601_000), "unauthorized"],
    ["tampered", good.replace(/\.(.)/, (_, first) => `.${first === "e" ? "f" : "e"}`), "unauthorized"],
    ["another signature", good.slice(0, -8) + (good.endsWith("AAAAAAAA") ? "BBBBBBBB" : "AAAAAAAA"), "unauthorized"],
    ["no token", "x", "unauthorized"],
    ["somebody else", await token("other"), "forbidden"],
  ];
  for (const [what, given, expected] of refused) {
    const host = stage.socket();
    await host.send({ action: "host", token: given, code });
    expect(host.messages(), what).toEqual([expect.objectContaining({ type: "error", code: expected })]);
  }
});

test("refuses messages that fit no schema or are too large, without quoting them", async () => {
  const socket = stage.socket();
  for (const message of ["", "{", "null", '{"action":"<b>"}', '{"action":"join","code":7}']) {
    await socket.send(message);
    expect(socket.last("error"), message).toMatchObject({ code: "bad-request" });
  }
  await socket.send(JSON.stringify({ action: "ping", padding: "x".repeat(33_000) }));
  expect(socket.last("error")).toMatchObject({ code: "too-large" });
  await socket.send({ action: "join", code: "no-such-code" });
  expect(socket.last("error")).toMatchObject({ code: "session-not-found" });
  expect(JSON.stringify(socket.messages())).not.toContain("<b>");
});

test("tells the host how many wait, without sockets that have closed", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code);
  const listeners = await Promise.all(Array.from({ length: 6 }, () => stage.listener(code)));
  expect(host.last("listeners")).toEqual({ type: "listeners", waiting: 6, seated: 0 });
  expect(host.count("listeners")).toBeLessThan(6);
  await listeners[0]?.disconnect();
  expect(host.last("listeners")).toMatchObject({ waiting: 5 });
  stage.cloud.hangUp(listeners[1]?.id ?? "");
  await stage.patch("speaker", code, { title: "Told to all" });
  await host.send({ action: "ping" });
  expect(host.last("listeners")).toMatchObject({ waiting: 4 });
});

test("tells everyone when the host of a session on air is gone, and when it is back", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code);
  const listener = await stage.listener(code);
  const before = listener.last("session")?.session;
  expect(before).toMatchObject({ status: "live", hosted: true });
  await host.disconnect();
  const gone = listener.last("session")?.session;
  expect(gone).toMatchObject({ status: "live", hosted: false });
  expect((await stage.http("GET", `/sessions/${code}`)).body.session).toMatchObject({ hosted: false });
  await stage.host("speaker", code, { live: false });
  const back = listener.last("session")?.session;
  expect(back).toMatchObject({ status: "live", hosted: true });
  expect([before?.rev, gone?.rev, back?.rev].map((rev) => (rev ?? 0) - (before?.rev ?? 0))).toEqual([0, 1, 2]);
});

test("the session stays hosted when the host's old socket closes after the new one has opened", async () => {
  const { code } = await stage.createSession("speaker");
  const hostSecret = randomHex128();
  const [old, next] = [stage.socket(), stage.socket()];
  for (const socket of [old, next]) await socket.send({ action: "host", token: await token(), code, hostSecret });
  await old.disconnect();
  expect((await stage.http("GET", `/sessions/${code}`)).body.session).toMatchObject({ hosted: true });
  expect(next.count("displaced")).toBe(0);
});

test("the session is not hosted any more once the host's lease has ended, though its socket is open", async () => {
  const { code } = await stage.createSession("speaker");
  const host = await stage.host("speaker", code);
  const listener = await stage.listener(code);
  stage.clock.now += SEAT_LEASE_MS + 1;
  await listener.send({ action: "ping" });
  expect(listener.last("session")?.session).toMatchObject({ status: "live", hosted: false });
  await host.send({ action: "ping" });
  await listener.send({ action: "ping" });
  expect(listener.last("session")?.session).toMatchObject({ status: "live", hosted: true });
});
