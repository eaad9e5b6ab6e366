import { browserTiming, oneByOne } from "@lectern/primitives";
import { expect, test, vi } from "vitest";
import { answering } from "../peer/sdp.ts";
import { prepareViewerPeer } from "./viewer-peer.ts";

const sdp = (ufrag: string, fingerprint: string) =>
  `v=0\r\na=ice-ufrag:${ufrag}\r\na=fingerprint:sha-256 ${fingerprint}\r\n`;

/** As the standard has it: descriptions are set one after the other, and an answer without an offer is refused. */
class Peer extends EventTarget {
  signalingState = "stable";
  iceGatheringState = "complete";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  addTransceiver = () => ({ receiver: { track: {} } });
  createDataChannel = () => ({ close: () => undefined });
  getConfiguration = () => ({});
  setConfiguration = () => undefined;
  createOffer = async () => ({ type: "offer", sdp: sdp("ours", "00") });
  close = () => undefined;
  async setLocalDescription(description: RTCSessionDescriptionInit) {
    this.localDescription = description;
    this.signalingState = "have-local-offer";
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }
  #inOrder = oneByOne();
  setRemoteDescription = (description: RTCSessionDescriptionInit): Promise<void> =>
    this.#inOrder(async () => {
      if (this.signalingState === "stable") throw new Error("InvalidStateError");
      this.remoteDescription = description;
      this.signalingState = "stable";
    });
}

async function offered() {
  vi.stubGlobal("MediaStream", class {});
  const environment = { ...browserTiming, RTCPeerConnection: Peer as never, note: () => undefined };
  const prepared = prepareViewerPeer(environment, "all", { apply: () => undefined });
  await prepared.peer.offer([]);
  return prepared.peer;
}

const theirs = (fingerprint = "AA") => answering(sdp("theirs", fingerprint), sdp("ours", "00"));

test("of two answers that come at once, because an offer was sent twice, the first is taken and the second changes nothing", async () => {
  const peer = await offered();
  expect(await Promise.all([peer.answer(theirs()), peer.answer(theirs())])).toEqual([true, false]);
});

test("an answer of another peer is refused", async () => {
  const peer = await offered();
  expect(await peer.answer(theirs("AA"))).toBe(true);
  await peer.offer([]);
  await expect(peer.answer(answering(sdp("another", "BB"), sdp("ours", "00")))).rejects.toMatchObject({
    code: "no-path",
  });
});
