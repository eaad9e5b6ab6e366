import { describe, expect, it } from "vitest";
import { createCandidateInbox } from "./candidate-inbox.ts";

const describedBy = (iceUfrag: string): RTCSessionDescription => {
  const plain = { type: "offer" as const, sdp: `a=ice-ufrag:${iceUfrag}\r\na=fingerprint:sha-256 AA\r\n` };
  return { ...plain, toJSON: () => plain };
};

function setUp() {
  const added: (string | undefined)[] = [];
  const peer = {
    remoteDescription: null as RTCSessionDescription | null,
    async addIceCandidate(candidate?: RTCIceCandidateInit | null) {
      if (!peer.remoteDescription) throw new Error("InvalidStateError");
      if (candidate?.candidate === "bad") throw new Error("OperationError");
      added.push(candidate?.candidate);
    },
  };
  return { peer, added, inbox: createCandidateInbox(peer) };
}

describe("createCandidateInbox", () => {
  it("keeps candidates that arrive before the description", () => {
    const { peer, added, inbox } = setUp();
    inbox.add({ candidate: "one", usernameFragment: "a" });
    inbox.add({ candidate: "bad" });
    inbox.add({ candidate: "two" });
    expect(added).toEqual([]);
    peer.remoteDescription = describedBy("a");
    inbox.described();
    expect(added).toEqual(["one", "two"]);
    inbox.add({ candidate: "three", usernameFragment: "a" });
    expect(added).toEqual(["one", "two", "three"]);
  });

  it("keeps those of an ICE restart until its description, and drops those of the generation before", () => {
    const { peer, added, inbox } = setUp();
    peer.remoteDescription = describedBy("a");
    inbox.add({ candidate: "new", usernameFragment: "b" });
    inbox.add({ candidate: "other", usernameFragment: "c" });
    expect(added).toEqual([]);
    peer.remoteDescription = describedBy("b");
    inbox.described();
    expect(added).toEqual(["new"]);
  });

  it("keeps no more than a browser could mean", () => {
    const { peer, added, inbox } = setUp();
    for (let i = 0; i < 1000; i++) inbox.add({ candidate: String(i) });
    peer.remoteDescription = describedBy("a");
    inbox.described();
    expect(added).toHaveLength(64);
  });
});
