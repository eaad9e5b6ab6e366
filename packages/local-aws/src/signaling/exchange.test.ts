import { once } from "node:events";
import { Role, SignalingClient } from "amazon-kinesis-video-streams-webrtc";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { type Keys, presign } from "../testing/presign.ts";
import { startTestStand, type TestChannel, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  // The SDK takes its WebSocket from the global object, as browsers have it.
  vi.stubGlobal("WebSocket", WebSocket);
  stand = await startTestStand();
});
afterAll(async () => {
  await stand.localAws.close();
  vi.unstubAllGlobals();
});

/** AWS's own signaling client. Its built-in signer refuses ws://, so it is given AWS's general one. */
async function connect(channel: TestChannel, credentials: Keys, clientId?: string): Promise<SignalingClient> {
  const client = new SignalingClient({
    channelARN: channel.arn,
    channelEndpoint: await channel.endpoint(clientId === undefined ? "MASTER" : "VIEWER", "WSS"),
    region: "us-east-1",
    role: clientId === undefined ? Role.MASTER : Role.VIEWER,
    ...(clientId !== undefined && { clientId }),
    requestSigner: {
      getSignedURL: (endpoint, query) => presign(endpoint, query, { credentials, now: stand.localAws.clock.now() }),
    },
  });
  const opened = once(client, "open");
  client.open();
  await opened;
  return client;
}

test("carries offer, answer and candidates between AWS's own clients, both ways", async () => {
  const channel = await stand.createChannel("lectern-local-alice-exchange");
  const master = await connect(channel, stand.speaker("alice"));
  const viewer = await connect(channel, stand.guest, "viewer-1");

  const offered = once(master, "sdpOffer");
  viewer.sendSdpOffer({ type: "offer", sdp: "v=0 offer" });
  expect(await offered).toEqual([{ type: "offer", sdp: "v=0 offer" }, "viewer-1"]);

  const answered = once(viewer, "sdpAnswer");
  master.sendSdpAnswer({ type: "answer", sdp: "v=0 answer" }, "viewer-1");
  expect(await answered).toEqual([{ type: "answer", sdp: "v=0 answer" }, undefined]);

  const candidate = { candidate: "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };
  const atMaster = once(master, "iceCandidate");
  viewer.sendIceCandidate(candidate);
  expect(await atMaster).toEqual([candidate, "viewer-1"]);
  const atViewer = once(viewer, "iceCandidate");
  master.sendIceCandidate(candidate, "viewer-1");
  expect(await atViewer).toEqual([candidate, undefined]);

  master.close();
  viewer.close();
});

test("tells a client of an error only when it asked with a correlation id", async () => {
  const channel = await stand.createChannel("lectern-local-alice-status");
  const master = await connect(channel, stand.speaker("alice"));
  const status = once(master, "statusResponse");
  const offer = { type: "offer", sdp: "" };
  master.sendSdpOffer(offer);
  master.sendSdpOffer(offer, undefined, "correlation-1");
  expect(await status).toEqual([
    {
      correlationId: "correlation-1",
      errorType: "InvalidArgumentException",
      statusCode: "400",
      description: "recipientClientId is required for a master.",
    },
  ]);
  master.close();
});
