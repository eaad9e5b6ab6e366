import { fc, text, wire } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { createFakeChannelPeer } from "../../testing/fake-peers.ts";
import type { ClockExchange } from "./clock-comparison.ts";
import { openListenerChannel, openSpeakerChannel, type SpeakerFacts } from "./state-channel.ts";

const arriving = fc.oneof(
  {
    weight: 8,
    arbitrary: wire(
      fc.constantFrom(
        { state: "hearing" },
        { muted: true, paused: false, title: "T", ended: false },
        { askedAt: 1 },
        { askedAt: 1, at: 2 },
      ),
    ),
  },
  { weight: 1, arbitrary: fc.uint8Array() },
  { weight: 1, arbitrary: text },
);

test("takes any message of a listener for a report or for nothing, and few a second", () => {
  let now = 0;
  const { peer, channel } = createFakeChannelPeer();
  const heard: string[] = [];
  const ignored = { onClose: () => undefined, onFlood: () => undefined };
  openSpeakerChannel(peer, { onMessage: (report) => heard.push(report), ...ignored }, () => now);
  fc.assert(
    fc.property(fc.array(arriving, { minLength: 1, maxLength: 20 }), (messages) => {
      now += 1000;
      heard.length = 0;
      for (const data of messages) channel.onmessage?.({ data });
      expect(heard.length).toBeLessThanOrEqual(5);
      for (const report of heard) expect(["ready", "hearing", "turned-down", "not-hearing"]).toContain(report);
      now += 1000;
      channel.onmessage?.({ data: '{"state":"turned-down"}' });
      expect(heard.at(-1)).toBe("turned-down");
    }),
  );
});

test("takes any message of a speaker for facts or for nothing", () => {
  const { peer, channel } = createFakeChannelPeer();
  const heard: SpeakerFacts[] = [];
  const times: ClockExchange[] = [];
  let now = 0;
  const ignored = { onClose: () => undefined, onFlood: () => undefined };
  const listener = openListenerChannel(
    peer,
    { onMessage: (facts) => heard.push(facts), onTime: (time) => times.push(time), ...ignored },
    () => now,
  );
  const facts = { muted: false, paused: true, title: "The next good one", ended: false };
  fc.assert(
    fc.property(arriving, (data) => {
      now += 1000;
      heard.length = 0;
      times.length = 0;
      listener.askTime();
      channel.onmessage?.({ data });
      for (const time of times) expect(Object.values(time).every(Number.isFinite)).toBe(true);
      for (const { title, ...flags } of heard) {
        expect(title.length).toBeLessThanOrEqual(200);
        expect(Object.values(flags).map((flag) => typeof flag)).toEqual(["boolean", "boolean", "boolean"]);
      }
      channel.onmessage?.({ data: JSON.stringify(facts) });
      expect(heard.at(-1)).toEqual(facts);
    }),
  );
});
