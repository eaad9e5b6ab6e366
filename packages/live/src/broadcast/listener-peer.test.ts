import { browserTiming, type Timing } from "@lectern/primitives";
import { createTestTimers } from "@lectern/primitives/testing";
import { expect, test, vi } from "vitest";
import { fakeWebRtc } from "../../testing/fake-peers.ts";
import { browserEnvironment } from "../environment.ts";
import { createListenerPeer } from "./listener-peer.ts";

const offer = (ufrag: string) => `v=0\r\na=ice-ufrag:${ufrag}\r\na=fingerprint:sha-256 AA\r\n`;

function open(timing: Partial<Timing>, isUnreached: boolean, steps: string[] = []) {
  return createListenerPeer({
    iceServers: [],
    iceTransportPolicy: "all",
    isUnreached,
    track: new MediaStreamTrack(),
    mode: "voice",
    facts: { muted: false, paused: false, title: "A talk", ended: false },
    environment: browserEnvironment(timing),
    sendAnswer: (sdp) => steps.push(`answers ${/x-lectern-answers:(\S+)/.exec(sdp)?.[1]}`),
    sendCandidate: () => undefined,
    onGathered: () => undefined,
    onChange: () => steps.push("changed"),
    onInterrupted: () => undefined,
    onGone: () => undefined,
  });
}

test("of two offers at once, as under two seats, the second is taken up when the first is answered", async () => {
  fakeWebRtc();
  const steps: string[] = [];
  const peerClass = globalThis.RTCPeerConnection.prototype;
  const set: (description: RTCSessionDescriptionInit) => Promise<void> = peerClass.setRemoteDescription;
  vi.spyOn(peerClass, "setRemoteDescription").mockImplementation(async function (this: RTCPeerConnection, description) {
    steps.push(`takes ${/ufrag:(\S+)/.exec(description.sdp ?? "")?.[1]}`);
    await set.call(this, description);
  });
  const peer = open(browserTiming, false, steps);
  await Promise.all([peer.offer(offer("one"), []), peer.offer(offer("two"), [])]);
  expect(steps).toEqual(["takes one", "answers one", "takes two", "answers two"]);
  peer.close();
});

test("a listener is out of reach when no path was found for 20 seconds, and stays so while they try with another peer", async () => {
  fakeWebRtc();
  const timers = createTestTimers();
  const steps: string[] = [];
  const first = open(timers, false, steps);
  await timers.advance(19_000);
  expect(first.isUnreached()).toBe(false);
  await timers.advance(2000);
  expect(first.isUnreached()).toBe(true);
  expect(steps).toEqual(["changed"]);
  first.close();
  const second = open(timers, first.isUnreached());
  expect(second.isUnreached()).toBe(true);
  second.close();
  expect(timers.pending()).toBe(0);
});

test("another mode on air answers the listener's offer again, with that mode's channels and bit rate, without a word to the listener", async () => {
  fakeWebRtc();
  const taken: string[] = [];
  const sent: string[] = [];
  const peerClass = globalThis.RTCPeerConnection.prototype;
  const set: (description: RTCSessionDescriptionInit) => Promise<void> = peerClass.setRemoteDescription;
  vi.spyOn(peerClass, "setRemoteDescription").mockImplementation(async function (this: RTCPeerConnection, description) {
    taken.push(/stereo=\d.*maxaveragebitrate=\d+/.exec(description.sdp ?? "")?.[0] ?? "nothing");
    await set.call(this, description);
  });
  const track = new MediaStreamTrack();
  const peer = open(browserTiming, false, sent);
  await peer.send(track, "music");
  await peer.send(track, "voice");
  await peer.offer(`${offer("one")}a=rtpmap:111 opus/48000/2\r\n`, []);
  await peer.send(track, "music");
  await peer.send(new MediaStreamTrack(), "music");
  expect(taken).toEqual([
    "stereo=0;sprop-stereo=0;maxaveragebitrate=32000",
    "stereo=1;sprop-stereo=0;maxaveragebitrate=128000",
  ]);
  expect(sent.filter((step) => step.startsWith("answers"))).toEqual(["answers one"]);
  peer.close();
});
