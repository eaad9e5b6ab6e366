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
  static made = 0;
  static open = 0;
  static channels = () => new FakeChannel();
  connectionState = "new";
  iceGatheringState = "new";
  remoteDescription: RTCSessionDescriptionInit | null = null;
  localDescription: RTCSessionDescriptionInit | null = null;
  constructor() {
    super();
    FakePeer.made++;
    FakePeer.open++;
  }
  addTrack() {
    return { getParameters: () => ({ encodings: [] }), replaceTrack: async () => undefined };
  }
  createDataChannel = () => FakePeer.channels();
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
    if (this.connectionState !== "closed") FakePeer.open--;
    this.connectionState = "closed";
  }
}

/** Puts fakes where a browser has its WebRTC; how many peers were made, and how many are open. */
export function fakeWebRtc(): { made(): number; open(): number } {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("RTCPeerConnection", FakePeer);
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal("MediaStreamTrack", class {});
  return { made: () => FakePeer.made, open: () => FakePeer.open };
}

/** A peer, and the data channel it will be asked for. */
export function createFakeChannelPeer(): { peer: RTCPeerConnection; channel: FakeChannel } {
  fakeWebRtc();
  const channel = new FakeChannel();
  FakePeer.channels = () => channel;
  return { peer: new RTCPeerConnection(), channel };
}
