import { vi } from "vitest";
import { identityOf } from "../src/peer/sdp.ts";

/** As much of a data channel as the state channel uses. */
class FakeChannel {
  readyState = "connecting";
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = "closed";
  }
}

const LOCAL_SDP = "v=0\r\na=ice-ufrag:local\r\na=fingerprint:sha-256 00\r\n";

/** A peer that takes any description with an ICE ufrag and a fingerprint, has all its candidates at once and never connects. */
class FakePeer extends EventTarget {
  connectionState = "new";
  iceGatheringState = "new";
  remoteDescription: RTCSessionDescriptionInit | null = null;
  localDescription: RTCSessionDescriptionInit | null = null;
  ondatachannel: (() => void) | null = null;
  readonly transceivers: { direction: string }[] = [];
  getTransceivers = () => this.transceivers;
  addTrack() {
    this.transceivers.push({ direction: "sendrecv" });
    return { getParameters: () => ({ encodings: [] }), replaceTrack: async () => undefined };
  }
  createDataChannel = () => new FakeChannel();
  getConfiguration = () => ({});
  setConfiguration = () => undefined;
  getStats = async () => new Map();
  createAnswer = async () => ({ type: "answer", sdp: LOCAL_SDP });
  async setRemoteDescription(description: RTCSessionDescriptionInit) {
    if (!identityOf(description.sdp ?? "")) throw new Error("OperationError");
    this.remoteDescription = description;
  }
  async setLocalDescription(description: RTCSessionDescriptionInit) {
    this.localDescription = description;
    this.iceGatheringState = "complete";
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }
  async addIceCandidate() {
    if (!this.remoteDescription) throw new Error("InvalidStateError");
  }
  close() {
    this.connectionState = "closed";
  }
}

/** Puts fakes where a browser has its WebRTC; how many of these peers were made, and how many are open. */
export function fakeWebRtc(): { made(): number; open(): number } {
  const peers: FakePeer[] = [];
  vi.stubGlobal("navigator", {});
  vi.stubGlobal(
    "RTCPeerConnection",
    class extends FakePeer {
      constructor() {
        super();
        peers.push(this);
      }
    },
  );
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal("MediaStreamTrack", class {});
  return {
    made: () => peers.length,
    open: () => peers.filter(({ connectionState }) => connectionState !== "closed").length,
  };
}

/** A peer, and the data channel it will be asked for. */
export function createFakeChannelPeer(): { peer: RTCPeerConnection; channel: FakeChannel } {
  fakeWebRtc();
  const channel = new FakeChannel();
  const peer = new RTCPeerConnection();
  return { peer: Object.assign(peer, { createDataChannel: () => channel }), channel };
}
