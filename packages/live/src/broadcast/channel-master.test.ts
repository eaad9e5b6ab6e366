import { createClientId, createSeatId } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import { fakeWebRtc } from "../../testing/fake-peers.ts";
import { frameOf } from "../../testing/kvs-server.ts";
import { channelArn, macKey, startTestMaster } from "../../testing/test-master.ts";

const BEGIN = 1_800_000_000_000;

test("who keeps a peer and gives the seat back has it until eight others come, and does not displace who has the seat", async () => {
  const peers = fakeWebRtc();
  let now = BEGIN;
  const { kvs, close } = await startTestMaster(
    () => now,
    () => undefined,
  );
  const seatIn = (slot: number, atSeconds: number) =>
    createClientId(macKey, channelArn, { seatId: createSeatId(slot), expiresAt: BEGIN + (60 + atSeconds) * 1000 });
  const offer = (clientId: string) => {
    const [, seat = "", expiry = ""] = clientId.split("-");
    const sdp = `v=0\r\na=ice-ufrag:${expiry}\r\na=fingerprint:sha-256 ${seat}\r\n`;
    kvs.deliver(frameOf("SDP_OFFER", JSON.stringify({ type: "offer", sdp }), clientId));
  };
  const join = async (clientId: string) => {
    // Answers are paced.
    now += 1000;
    const answered = kvs.sent(clientId);
    offer(clientId);
    await answered;
  };

  const [kept = "", ...others] = await Promise.all([0, 0, 1, 2, 3, 4, 5, 6, 7].map((slot, at) => seatIn(slot, at)));
  for (const clientId of [kept, ...others.slice(0, -1)]) await join(clientId);
  expect(peers.open()).toBe(8);
  await join(others.at(-1) ?? "");
  expect([peers.made(), peers.open()]).toEqual([9, 8]);

  offer(kept);
  await join(await seatIn(7, 20));
  expect([peers.made(), peers.open()]).toEqual([10, 8]);
  await close();
});
