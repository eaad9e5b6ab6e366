import { fc, type Json, overSockets, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { frameOf, type KvsServer, startKvsServer } from "../../testing/kvs-server.ts";
import { browserEnvironment } from "../environment.ts";
import { openKvsSocket } from "./kvs-socket.ts";

let kvs: KvsServer;
beforeAll(async () => {
  kvs = await startKvsServer();
});
afterAll(() => kvs.close());

const CLIENT_ID = /^[\w.-]{1,256}$/;
const sender = fc.oneof(fc.constantFrom("viewer-1", "constructor", "__proto__", "toString"), text);
const payload = wire(
  fc.constantFrom<Json>(
    { type: "offer", sdp: "v=0\r\na=ice-ufrag:abcd\r\n" },
    { candidate: "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" },
  ),
);
const type = fc.constantFrom("SDP_OFFER", "SDP_ANSWER", "ICE_CANDIDATE", "STATUS_RESPONSE", "PING");
const frame = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(type, payload, sender).map(([kind, said, from]) => frameOf(kind, said, from)) },
  {
    weight: 3,
    arbitrary: wire(
      fc.constantFrom<Json>(
        { messageType: "SDP_OFFER", messagePayload: btoa('{"sdp":"v=0"}'), senderClientId: "viewer-1" },
        { messageType: "ICE_CANDIDATE", messagePayload: btoa('{"candidate":""}'), senderClientId: null },
        { messageType: "STATUS_RESPONSE", statusResponse: { correlationId: "c", statusCode: "400" } },
        { message: "Endpoint request timed out", connectionId: "c", requestId: "r" },
      ),
    ),
  },
);

test.each([
  ["the master", null],
  ["a viewer", "s-1"],
])("takes any frame as %s for what fits or for nothing, and hears the next good one", async (_, clientId) => {
  const heard: unknown[] = [];
  let onGoAway: () => void = () => undefined;
  const controller = new AbortController();
  await openKvsSocket(
    { channelArn: "arn", wssEndpoint: kvs.wssEndpoint, region: "us-east-1", clientId },
    { signSocketUrl: async (endpoint) => endpoint, signPost: async () => ({}) },
    {
      onOffer: (sdp, from) => heard.push({ sdp, from }),
      onAnswer: (sdp) => heard.push({ sdp }),
      onCandidate: (candidate, from) => heard.push({ ...candidate, from }),
      onGoAway: () => onGoAway(),
      onReconnectIceServer: () => undefined,
    },
    browserEnvironment(),
    controller.signal,
  );
  await fc.assert(
    fc.asyncProperty(frame, async (given) => {
      heard.length = 0;
      const goAway = new Promise<void>((resolve) => (onGoAway = resolve));
      kvs.deliver(given);
      kvs.deliver('{"messageType":"GO_AWAY"}');
      await goAway;
      expect(heard.length).toBeLessThanOrEqual(1);
      for (const event of heard) {
        const { from = null, sdp, candidate } = event as Record<string, unknown>;
        expect(from === null || CLIENT_ID.test(String(from))).toBe(true);
        expect(typeof (sdp ?? candidate)).toBe("string");
      }
    }),
    overSockets,
  );
  controller.abort();
});
