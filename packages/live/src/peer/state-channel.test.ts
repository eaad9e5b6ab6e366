import { expect, it } from "vitest";
import { createFakeChannelPeer } from "../../testing/fake-peers.ts";
import type { ClockExchange } from "./clock-comparison.ts";
import { openListenerChannel, openSpeakerChannel } from "./state-channel.ts";

function openListener(now: () => number) {
  const { peer, channel } = createFakeChannelPeer();
  const times: ClockExchange[] = [];
  const listener = openListenerChannel(
    peer,
    {
      onMessage: () => undefined,
      onTime: (time) => times.push(time),
      onClose: () => undefined,
      onFlood: () => undefined,
    },
    now,
  );
  return { channel, listener, times };
}

it("answers the time when a listener asks, beside what it has to say", () => {
  const { peer, channel } = createFakeChannelPeer();
  const heard: string[] = [];
  const speaker = openSpeakerChannel(
    peer,
    { onMessage: (report) => heard.push(report), onClose: () => undefined, onFlood: () => undefined },
    () => 5000.5,
  );
  channel.readyState = "open";
  speaker.say({ muted: false, paused: false, title: "T", ended: false });
  channel.onmessage?.({ data: '{"askedAt":123.25}' });
  channel.onmessage?.({ data: '{"state":"hearing"}' });
  expect(channel.sent.map((text) => JSON.parse(text))).toEqual([
    { muted: false, paused: false, title: "T", ended: false },
    { askedAt: 123.25, at: 5000.5 },
  ]);
  expect(heard).toEqual(["hearing"]);
});

it("takes the answer to its last question, once, and no other", () => {
  let now = 100;
  const { channel, listener, times } = openListener(() => now);
  channel.readyState = "open";
  channel.onmessage?.({ data: '{"askedAt":100,"at":7}' });
  listener.askTime();
  expect(channel.sent).toEqual(['{"askedAt":100}']);
  now = 140;
  channel.onmessage?.({ data: '{"askedAt":100,"at":9000}' });
  channel.onmessage?.({ data: '{"askedAt":100,"at":1}' });
  listener.askTime();
  channel.onmessage?.({ data: '{"askedAt":100,"at":2}' });
  expect(times).toEqual([{ askedAt: 100, at: 9000, answeredAt: 140 }]);
});

it("asks nothing before the channel is open", () => {
  const { channel, listener } = openListener(() => 1);
  listener.askTime();
  expect(channel.sent).toEqual([]);
});

it("takes a second channel, whose messages nothing counts, for a flood", () => {
  const { peer, seen, receive } = openFlooded();
  peer.ondatachannel?.(new Event("datachannel") as RTCDataChannelEvent);
  receive(1);
  expect(seen).toEqual({ reports: 0, floods: 1 });
});

function openFlooded() {
  const { peer, channel } = createFakeChannelPeer();
  const time = { now: 0 };
  const seen = { reports: 0, floods: 0 };
  const events = { onMessage: () => seen.reports++, onClose: () => undefined, onFlood: () => seen.floods++ };
  openSpeakerChannel(peer, events, () => time.now);
  const receive = (count: number) => {
    for (let i = 0; i < count; i++) channel.onmessage?.({ data: '{"state":"hearing"}' });
  };
  return { peer, channel, time, seen, receive };
}

it("reads no message that is longer than any of ours", () => {
  const { channel, seen } = openFlooded();
  for (const length of [900, 1100]) {
    channel.onmessage?.({ data: JSON.stringify({ state: "hearing", more: "x".repeat(length) }) });
  }
  expect(seen).toEqual({ reports: 1, floods: 0 });
});

it("tells of a flood once more than a hundred messages come within a second, and reads no more of it", () => {
  const { time, seen, receive } = openFlooded();
  receive(100);
  time.now = 1000;
  receive(100);
  expect(seen).toEqual({ reports: 10, floods: 0 });
  time.now = 1999;
  receive(1000);
  expect(seen).toEqual({ reports: 10, floods: 1 });
});

it("takes what came while the page did nothing for a minute for no flood", () => {
  const { time, seen, receive } = openFlooded();
  receive(2);
  time.now = 60_000;
  receive(180);
  expect(seen.floods).toBe(0);
  receive(200);
  expect(seen.floods).toBe(1);
});
