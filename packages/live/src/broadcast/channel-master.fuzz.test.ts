import { edited, fc, overSockets, text, wire } from "@lectern/fuzz";
import { createClientId } from "@lectern/session-api/contract";
import { afterAll, expect, test } from "vitest";
import { fakeWebRtc } from "../../testing/fake-peers.ts";
import { frameOf } from "../../testing/kvs-server.ts";
import { channelArn, macKey, startTestMaster } from "../../testing/test-master.ts";

const SDP = "v=0\r\na=ice-ufrag:abcd\r\na=fingerprint:sha-256 AA:BB\r\na=rtpmap:111 opus/48000/2\r\n";

test("answers a listener after any message of anyone else's, keeping a peer for seats alone", async () => {
  // Each case has its second: quotas and paces are another test's.
  let now = 1_800_000_000_000;
  const seat = (id: string) =>
    createClientId(macKey, channelArn, { seatId: id.repeat(32), expiresAt: now + 1_000_000_000 });
  const [witness, guest, other] = await Promise.all([seat("1"), seat("2"), seat("3")]);
  const peers = fakeWebRtc();
  const reported: string[] = [];
  const { kvs, close } = await startTestMaster(
    () => now,
    (clientId) => reported.push(clientId),
  );
  afterAll(close);

  const from = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(guest, other) },
    { weight: 2, arbitrary: edited(witness).filter((id) => id !== witness) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom("constructor", "__proto__"), text) },
  );
  const sdp = fc.oneof(
    edited(SDP),
    fc.nat().map((n) => SDP.replace("abcd", `u${n}`).replace("AA:BB", `AA:${n % 7}`)),
  );
  const message = fc.oneof(
    sdp.map((said) => ["SDP_OFFER", JSON.stringify({ type: "offer", sdp: said })] as const),
    wire(fc.constant({ candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" })).map(
      (said) => ["ICE_CANDIDATE", said] as const,
    ),
    wire(fc.constant({ type: "offer", sdp: SDP })).map((said) => ["SDP_OFFER", said] as const),
  );
  let restarts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(from, message), { minLength: 1, maxLength: 5 }), async (messages) => {
      now += 1000;
      reported.length = 0;
      for (const [sender, [type, payload]] of messages) kvs.deliver(frameOf(type, payload, sender));
      const answered = kvs.sent(witness);
      const offer = SDP.replace("abcd", `w${++restarts}`).replace("AA:BB", "CC:DD");
      kvs.deliver(frameOf("SDP_OFFER", JSON.stringify({ type: "offer", sdp: offer }), witness));
      expect(await answered).toMatchObject({ sdp: expect.stringContaining(`a=x-lectern-answers:w${restarts}\r\n`) });
      expect(peers.open()).toBeLessThanOrEqual(3);
      // A second is worth two reports, whoever knocks.
      expect(reported.length).toBeLessThanOrEqual(2);
    }),
    overSockets,
  );
});
