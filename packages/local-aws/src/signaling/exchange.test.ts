import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connectSignaling } from "../testing/signaling-client.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

const offer = { type: "offer", sdp: "v=0" };
const candidate = { candidate: "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };

test("carries offer, answer and candidates between AWS's own clients, both ways", async () => {
  const channel = await stand.createChannel("lectern-local-alice-exchange");
  const master = await connectSignaling(channel, stand.speaker("alice"));
  const viewer = await connectSignaling(channel, stand.guest, "viewer-1");

  const offered = once(master, "sdpOffer");
  viewer.sendSdpOffer({ type: "offer", sdp: "v=0 offer" });
  expect(await offered).toEqual([{ type: "offer", sdp: "v=0 offer" }, "viewer-1"]);

  const answered = once(viewer, "sdpAnswer");
  master.sendSdpAnswer({ type: "answer", sdp: "v=0 answer" }, "viewer-1");
  expect(await answered).toEqual([{ type: "answer", sdp: "v=0 answer" }, undefined]);

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
  const master = await connectSignaling(channel, stand.speaker("alice"));
  const status = once(master, "statusResponse");
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

describe.each(["left", "closed"] as const)("a socket whose place a newer one took, %s", (fate) => {
  beforeEach(() => {
    stand.localAws.settings.displacedSocket = fate;
  });
  afterEach(() => {
    stand.localAws.settings.displacedSocket = "left";
  });

  /** Left, it may go on sending; closed, AWS's client says so, and refuses to send. */
  const expectFate = async (closed: Promise<unknown>, send: () => void): Promise<void> => {
    if (fate === "left") return expect(send).not.toThrow();
    await closed;
    expect(send).toThrow();
  };

  test("as master, hears nothing more", async () => {
    const channel = await stand.createChannel(`lectern-local-alice-${fate}-master`);
    const older = await connectSignaling(channel, stand.speaker("alice"));
    const closed = once(older, "close");
    const heard = vi.fn();
    older.on("sdpOffer", heard);
    const newer = await connectSignaling(channel, stand.speaker("alice"));
    const viewer = await connectSignaling(channel, stand.guest, "viewer-1");
    const offered = once(newer, "sdpOffer");
    viewer.sendSdpOffer(offer);
    await offered;
    expect(heard).not.toHaveBeenCalled();
    await expectFate(closed, () => older.sendIceCandidate(candidate, "viewer-1"));
  });

  test("as viewer of the same ClientId, hears nothing more", async () => {
    const channel = await stand.createChannel(`lectern-local-alice-${fate}-viewer`);
    const master = await connectSignaling(channel, stand.speaker("alice"));
    const older = await connectSignaling(channel, stand.guest, "viewer-1");
    const closed = once(older, "close");
    const heard = vi.fn();
    older.on("sdpAnswer", heard);
    const newer = await connectSignaling(channel, stand.guest, "viewer-1");
    const answered = once(newer, "sdpAnswer");
    master.sendSdpAnswer({ type: "answer", sdp: "v=0" }, "viewer-1");
    await answered;
    expect(heard).not.toHaveBeenCalled();
    await expectFate(closed, () => older.sendIceCandidate(candidate));
  });
});

test.each(["held", "lost"] as const)("what a viewer sends before the master is there is %s", async (fate) => {
  const channel = await stand.createChannel(`lectern-local-alice-${fate}`);
  stand.localAws.settings.earlyMessages = fate;
  const viewer = await connectSignaling(channel, stand.guest, "viewer-1");
  const noticed = async () => {
    const state = await (await fetch(`${stand.localAws.url}/_local/state`)).json();
    return JSON.stringify(state).includes(fate === "held" ? '"heldMessages":1' : '"signaling:lost-before-master":1');
  };
  viewer.sendSdpOffer({ type: "offer", sdp: "early" });
  await vi.waitUntil(noticed, 10_000);
  const heard: string[] = [];
  await connectSignaling(channel, stand.speaker("alice"), undefined, (client) => {
    client.on("sdpOffer", ({ sdp }: { sdp: string }) => heard.push(sdp));
  });
  viewer.sendSdpOffer({ type: "offer", sdp: "late" });
  await vi.waitUntil(() => heard.includes("late"), 10_000);
  expect(heard).toEqual(fate === "held" ? ["early", "late"] : ["late"]);
  stand.localAws.settings.earlyMessages = "held";
});
