import { expect, it } from "vitest";
import { askForCaptureTime, type PlayoutReceiver, type PlayoutStats, watchPlayout } from "./playout.ts";

const URI = "http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time";

const receiverOf = (
  looks: PlayoutStats[][],
  sources: ReturnType<PlayoutReceiver["getSynchronizationSources"]> = [],
): PlayoutReceiver => ({
  getStats: async () => new Map((looks.shift() ?? []).map((report, i) => [String(i), report])),
  getSynchronizationSources: () => sources,
});

it("averages what is held back and what the output takes from one look to the next", async () => {
  const look = watchPlayout(
    receiverOf([
      [
        { type: "inbound-rtp", jitterBufferDelay: 4800, jitterBufferEmittedCount: 48_000 },
        { type: "media-playout", totalPlayoutDelay: 960, totalSamplesCount: 48_000 },
      ],
      [
        { type: "inbound-rtp", jitterBufferDelay: 28_800, jitterBufferEmittedCount: 96_000 },
        { type: "media-playout", totalPlayoutDelay: 2400, totalSamplesCount: 96_000 },
      ],
      [{ type: "inbound-rtp", jitterBufferDelay: 28_800, jitterBufferEmittedCount: 96_000 }],
      [],
    ]),
  );
  expect(await look()).toEqual({ played: null, heldBackMs: 100, outputMs: 20 });
  expect(await look()).toEqual({ played: null, heldBackMs: 500, outputMs: 30 });
  expect(await look()).toEqual({ played: null, heldBackMs: null, outputMs: null });
  expect(await look()).toBeNull();
});

it("counts the time of capture from 1970", async () => {
  const sources = [{ timestamp: 1_795_613_400_100, captureTimestamp: 2_208_988_800_000 + 1_795_613_400_000 }];
  const sample = await watchPlayout(receiverOf([[{ type: "inbound-rtp" }]], sources))();
  expect(sample?.played).toEqual({ at: 1_795_613_400_100, capturedAt: 1_795_613_400_000 });
});

it("asks for the time of capture where it is known and nowhere else", () => {
  const set: unknown[] = [];
  const transceiver = (extensions: { uri: string; direction: string }[] | null) => ({
    mid: null,
    ...(extensions && { getHeaderExtensionsToNegotiate: () => extensions }),
    setHeaderExtensionsToNegotiate: (chosen: unknown) => void set.push(chosen),
  });
  const level = { uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", direction: "sendrecv" };
  askForCaptureTime(transceiver(null));
  askForCaptureTime(transceiver([level]));
  expect(set).toEqual([]);
  askForCaptureTime(transceiver([level, { uri: URI, direction: "stopped" }]));
  expect(set).toEqual([[level, { uri: URI, direction: "sendrecv" }]]);
});
