import { describe, expect, it } from "vitest";
import { answering, answers, editOpus, identityOf, isPlainOffer } from "./sdp.ts";

const sdp = [
  "v=0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9",
  "a=ice-ufrag:4ZcD",
  "a=fingerprint:sha-256 ab:CD:ef",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtpmap:63 red/48000/2",
  "a=fmtp:63 111/111",
  "a=rtpmap:9 G722/8000",
  "",
].join("\r\n");

describe("editOpus", () => {
  it("sets parameters of Opus and leaves everything else as it is", () => {
    const edited = editOpus(sdp, { stereo: 1, maxaveragebitrate: 128_000, useinbandfec: 0 });
    expect(edited).toBe(
      sdp.replace("minptime=10;useinbandfec=1", "minptime=10;useinbandfec=0;stereo=1;maxaveragebitrate=128000"),
    );
  });

  it("adds the line where there is none", () => {
    const bare = sdp.replace("a=fmtp:111 minptime=10;useinbandfec=1\r\n", "");
    expect(editOpus(bare, { stereo: 1 })).toContain("a=rtpmap:111 opus/48000/2\r\na=fmtp:111 stereo=1\r\na=rtpmap:63");
  });

  it("edits few payload types, however many are offered", () => {
    const many = Array.from({ length: 500 }, (_, type) => `a=rtpmap:${type} opus/48000/2\r\n`).join("");
    expect(editOpus(many, { stereo: 1 }).match(/a=fmtp/g)).toHaveLength(8);
  });

  it("changes nothing without Opus", () => {
    const other = "v=0\r\na=rtpmap:9 G722/8000\r\n";
    expect(editOpus(other, { stereo: 1 })).toBe(other);
  });
});

describe("identityOf", () => {
  it("reads what tells peers and restarts apart", () => {
    expect(identityOf(sdp)).toEqual({ iceUfrag: "4ZcD", fingerprint: "AB:CD:EF" });
    expect(identityOf("v=0")).toBeNull();
  });
});

describe("answers", () => {
  it("tells the answer to an earlier offer from the one to this", () => {
    const other = sdp.replace("4ZcD", "other");
    expect(answers(answering("v=0\r\n", sdp), sdp)).toBe(true);
    expect(answers(answering("v=0\r\n", other), sdp)).toBe(false);
    expect(answers("v=0\r\n", sdp)).toBe(true);
  });
});

it.each([
  ["sound and a data channel", "m=audio 9 X\r\nm=application 9 X\r\n", true],
  ["sound alone", "m=audio 9 X\r\n", true],
  ["video", "m=audio 9 X\r\nm=video 9 X\r\n", false],
  ["video after a bare line feed", "m=audio 9 X\nm=video 9 X\n", false],
  ["sound twice", "m=audio 9 X\r\nm=audio 9 X\r\n", false],
  ["two data channels", "m=application 9 X\r\nm=application 9 X\r\n", false],
])("knows whether an offer of %s is one of ours", (_, sections, isAnswered) => {
  expect(isPlainOffer(`v=0\r\n${sections}`)).toBe(isAnswered);
});
