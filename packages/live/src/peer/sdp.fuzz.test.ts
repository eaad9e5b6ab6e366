import { edited, fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { answerFor, offerFor } from "../broadcast/opus.ts";
import { answering, answers, editOpus, identityOf } from "./sdp.ts";

const SDP = [
  "v=0",
  "o=- 1 2 IN IP4 127.0.0.1",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63",
  "a=ice-ufrag:4ZcD",
  "a=fingerprint:sha-256 AB:CD:EF",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtpmap:63 red/48000/2",
  "a=fmtp:63 111/111",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "",
].join("\r\n");
/** What a frame may hold. */
const LONGEST = 16_384;

const line = fc.oneof(
  fc.constantFrom(
    ...SDP.split("\r\n"),
    "a=rtpmap:1 opus/48000",
    "a=fmtp:1 a",
    "a=ice-ufrag:x",
    "a=x-lectern-answers:y",
  ),
  text.map((name) => `a=fmtp:111 ${name}`),
  text.map((name) => `a=rtpmap:${name} opus/48000`),
  text.map((name) => `a=ice-ufrag:${name}`),
);
const lines = fc
  .tuple(
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom("\r\n", "\n", "\r", "\u2028"),
    fc.constantFrom(1, 1, 100, 1000),
  )
  .map(([some, end, times]) => `${SDP}${`${some.join(end)}${end}`.repeat(times)}`);
const numbered = fc.nat({ max: 700 }).map((count) => {
  const each = Array.from({ length: count }, (_, type) => `a=rtpmap:${type} opus/48000`);
  return each.join("\n");
});
const sdp = fc.oneof(lines, numbered, edited(SDP), text).map((whole) => whole.slice(0, LONGEST));

test("reads and edits any SDP in little time, and puts nothing into it but its own", () => {
  fc.assert(
    fc.property(sdp, fc.constantFrom("voice", "music"), (given, mode) => {
      const identity = identityOf(given);
      if (identity) expect(`${identity.iceUfrag}${identity.fingerprint}`).not.toMatch(/\s/);
      for (const edit of [(it: string) => offerFor(mode, it), (it: string) => answerFor(mode, it)]) {
        const once = edit(given);
        expect(edit(once)).toBe(once);
      }
      const answer = answering(SDP, given);
      expect(answers(answer, given)).toBe(true);
      // One line more at most: what is offered cannot add another.
      expect(answer.slice(SDP.length).split(/[\r\n]+/).length).toBeLessThanOrEqual(2);
      answers(given, SDP);
      expect(editOpus(SDP, { stereo: 1 })).toContain("a=fmtp:111 minptime=10;useinbandfec=1;stereo=1");
    }),
  );
});
