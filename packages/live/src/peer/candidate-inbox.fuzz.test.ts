import { fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { createCandidateInbox } from "./candidate-inbox.ts";

const candidate = fc.record({
  candidate: text,
  usernameFragment: fc.oneof(fc.constantFrom("now", "next", null), text),
});
const step = fc.oneof({ weight: 6, arbitrary: candidate }, { weight: 1, arbitrary: fc.constant("described" as const) });

test("hands over what belongs to the description, keeps little of the rest, and takes the next good one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 200 }), fc.boolean(), async (steps, refuses) => {
      let handed = 0;
      const plain = { type: "offer" as const, sdp: "v=0\r\na=ice-ufrag:now\r\na=fingerprint:sha-256 AA\r\n" };
      const peer = {
        remoteDescription: null as RTCSessionDescription | null,
        async addIceCandidate() {
          handed++;
          if (refuses) throw new Error("OperationError");
        },
      };
      const inbox = createCandidateInbox(peer);
      for (const each of steps) {
        if (each !== "described") inbox.add(each);
        else {
          peer.remoteDescription = { ...plain, toJSON: () => plain };
          inbox.described();
        }
      }
      peer.remoteDescription = { ...plain, toJSON: () => plain };
      handed = 0;
      inbox.described();
      expect(handed).toBeLessThanOrEqual(64);
      inbox.add({ candidate: "good", usernameFragment: "now" });
      expect(handed).toBeGreaterThan(0);
    }),
  );
});
