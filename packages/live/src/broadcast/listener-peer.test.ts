import { browserTiming } from "@lectern/primitives";
import { expect, test, vi } from "vitest";
import { fakeWebRtc } from "../../testing/fake-peers.ts";
import { browserEnvironment } from "../environment.ts";
import { createListenerPeer } from "./listener-peer.ts";

const offer = (ufrag: string) => `v=0\r\na=ice-ufrag:${ufrag}\r\na=fingerprint:sha-256 AA\r\n`;

test("of two offers at once, as under two seats, the second is taken up when the first is answered", async () => {
  fakeWebRtc();
  const steps: string[] = [];
  const peerClass = globalThis.RTCPeerConnection.prototype;
  const set: (description: RTCSessionDescriptionInit) => Promise<void> = peerClass.setRemoteDescription;
  vi.spyOn(peerClass, "setRemoteDescription").mockImplementation(async function (this: RTCPeerConnection, description) {
    steps.push(`takes ${/ufrag:(\S+)/.exec(description.sdp ?? "")?.[1]}`);
    await set.call(this, description);
  });
  const peer = createListenerPeer({
    iceServers: [],
    iceTransportPolicy: "all",
    track: new MediaStreamTrack(),
    mode: "voice",
    facts: { muted: false, paused: false, title: "A talk", ended: false },
    environment: browserEnvironment(browserTiming),
    sendAnswer: (sdp) => steps.push(`answers ${/x-lectern-answers:(\S+)/.exec(sdp)?.[1]}`),
    sendCandidate: () => undefined,
    onGathered: () => undefined,
    onChange: () => undefined,
    onInterrupted: () => undefined,
    onGone: () => undefined,
  });
  await Promise.all([peer.offer(offer("one"), []), peer.offer(offer("two"), [])]);
  expect(steps).toEqual(["takes one", "answers one", "takes two", "answers two"]);
  peer.close();
});
