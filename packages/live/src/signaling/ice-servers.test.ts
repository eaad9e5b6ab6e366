import { createTestTimers } from "@lectern/primitives/testing";
import { describe, expect, it } from "vitest";
import { LiveError } from "../errors.ts";
import { createIceServers } from "./ice-servers.ts";

const server = (name: string, Ttl = 300) => ({
  Username: `1700000000:${name}==`,
  Password: "secret",
  Ttl,
  Uris: [
    `turn:${name}.example:443?transport=udp`,
    `turns:${name}.example:443?transport=udp`,
    `turns:${name}.example:443?transport=tcp`,
  ],
});

function setUp(answer: unknown, { local = false, random = 0 } = {}) {
  const timers = createTestTimers(() => random);
  let asked = 0;
  let renewed = 0;
  const iceServers = createIceServers({
    request: async () => {
      asked++;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    region: "eu-west-1",
    local,
    renewSignaling: async () => void renewed++,
    ...timers,
  });
  return { iceServers, timers, asked: () => asked, renewed: () => renewed };
}

describe("createIceServers", () => {
  it("takes one TURN server with a UDP and a TLS over TCP way, and the region's STUN", async () => {
    const { iceServers } = setUp({ IceServerList: [server("a"), server("b")] }, { random: 0.9 });
    expect(await iceServers()).toEqual([
      { urls: "stun:stun.kinesisvideo.eu-west-1.amazonaws.com:443" },
      {
        urls: ["turn:b.example:443?transport=udp", "turns:b.example:443?transport=tcp"],
        username: "1700000000:b==",
        credential: "secret",
      },
    ]);
  });

  it("uses no STUN at the stand-in, and plain TCP where there is no TLS", async () => {
    const Uris = ["turn:127.0.0.1:3478?transport=udp", "turn:127.0.0.1:3478?transport=tcp"];
    const { iceServers } = setUp({ IceServerList: [{ ...server("x"), Uris }] }, { local: true });
    expect(await iceServers()).toEqual([{ urls: Uris, username: "1700000000:x==", credential: "secret" }]);
  });

  it("asks once for callers at the same time and until the credentials are nearly over", async () => {
    const { iceServers, timers, asked } = setUp({ IceServerList: [server("a")] });
    await Promise.all([iceServers(), iceServers()]);
    await timers.advance(239_000);
    await iceServers();
    expect(asked()).toBe(1);
    await timers.advance(2000);
    await iceServers();
    expect(asked()).toBe(2);
    await iceServers("fresh");
    expect(asked()).toBe(3);
  });

  it("does without TURN where there is none, and does not ask again and again", async () => {
    const { iceServers, asked } = setUp({ IceServerList: [] }, { local: true });
    expect(await iceServers()).toEqual([]);
    await iceServers();
    expect(asked()).toBe(1);
  });

  it.each([
    {},
    { IceServerList: [{ ...server("a"), Uris: ["https://evil.example"] }] },
    { IceServerList: [{ ...server("a"), Uris: ["turn:no host"] }] },
    { IceServerList: [server("a", 1e306)] },
    "x",
  ])("refuses the answer %j and asks again next time", async (answer) => {
    const { iceServers, asked } = setUp(answer);
    await expect(iceServers()).rejects.toMatchObject({ code: "bad-response" });
    await expect(iceServers()).rejects.toMatchObject({ code: "bad-response" });
    expect(asked()).toBe(2);
  });

  it("opens another signaling socket and asks once more when KVS refuses on this one", async () => {
    const { iceServers, asked, renewed } = setUp(new LiveError("signaling-refused", "SessionExpiredException"));
    await expect(iceServers()).rejects.toMatchObject({ code: "signaling-refused" });
    expect([asked(), renewed()]).toEqual([2, 1]);
  });

  it("asks once more after a moment when it was one of too many", async () => {
    const { iceServers, timers, asked, renewed } = setUp(new LiveError("throttled", "ClientLimitExceededException"));
    const refused = expect(iceServers()).rejects.toMatchObject({ code: "throttled" });
    await timers.advance(900);
    expect(asked()).toBe(1);
    await timers.advance(1100);
    await refused;
    expect([asked(), renewed()]).toEqual([2, 0]);
  });

  it("says whether it would ask", async () => {
    const { iceServers, timers } = setUp({ IceServerList: [server("a")] });
    expect(iceServers.isStale()).toBe(true);
    await iceServers();
    expect(iceServers.isStale()).toBe(false);
    await timers.advance(300_000);
    expect(iceServers.isStale()).toBe(true);
  });
});
