import { expect, it } from "vitest";
import { readRelayWay, throughWay } from "./relay-way.ts";

const stun = { urls: "stun:stun.example:443" };
const turn = {
  urls: ["turn:a.example:443?transport=udp", "turns:a.example:443?transport=tcp"],
  username: "u",
  credential: "c",
};

const peerWith = (...relayProtocols: (string | undefined)[]) => ({
  getStats: async () =>
    new Map<string, unknown>([
      ["transport", { type: "transport" }],
      ["host", { type: "local-candidate", candidateType: "host" }],
      ...relayProtocols.map((relayProtocol, i) => {
        return [`relay${i}`, { type: "local-candidate", candidateType: "relay", relayProtocol }] as const;
      }),
    ]),
});

it("keeps every server while no way is known", () => {
  expect(throughWay([stun, turn], null)).toEqual([stun, turn]);
});

it("keeps STUN and the one way that is known", () => {
  expect(throughWay([stun, turn], "udp")).toEqual([stun, { ...turn, urls: ["turn:a.example:443?transport=udp"] }]);
  expect(throughWay([stun, turn], "tcp")).toEqual([stun, { ...turn, urls: ["turns:a.example:443?transport=tcp"] }]);
});

it.each([
  [["tcp", "udp"], "udp"],
  [["tls"], "tcp"],
  [["tcp"], "tcp"],
  [[], null],
  [[undefined], null],
] as const)("reads %j as %s", async (protocols, way) => {
  expect(await readRelayWay(peerWith(...protocols))).toBe(way);
});
