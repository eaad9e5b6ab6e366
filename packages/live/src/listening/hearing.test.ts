import { describe, expect, it } from "vitest";
import { isFlowing, judgeHearing } from "./hearing.ts";

const element = { armed: true, playing: true, muted: false, volume: 1 };
const before = {
  jitterBufferEmittedCount: 1000,
  concealedSamples: 0,
  silentConcealedSamples: 0,
  totalSamplesReceived: 1000,
};
const now = { ...before, jitterBufferEmittedCount: 49_000, totalSamplesReceived: 49_000 };

describe("judgeHearing", () => {
  it("hears while audio comes out of the jitter buffer of a playing element", () => {
    expect(judgeHearing(element, before, now)).toBe("hearing");
    expect(judgeHearing(element, before, { ...now, jitterBufferEmittedCount: 1000 })).toBe("not-hearing");
    expect(judgeHearing({ ...element, playing: false }, before, now)).toBe("not-hearing");
    expect(judgeHearing(element, null, now)).toBe("not-hearing");
  });

  it("tells what the listener chose from what the network did", () => {
    expect(judgeHearing({ ...element, armed: false }, before, now)).toBe("ready");
    expect(judgeHearing({ ...element, volume: 0 }, before, now)).toBe("turned-down");
    expect(judgeHearing({ ...element, muted: true }, before, now)).toBe("turned-down");
  });

  it("does not take invented sound for hearing, nor invented silence for a fault", () => {
    expect(judgeHearing(element, before, { ...now, concealedSamples: 2400 })).toBe("not-hearing");
    expect(judgeHearing(element, before, { ...now, concealedSamples: 2399 })).toBe("hearing");
    expect(judgeHearing(element, before, { ...now, concealedSamples: 4800, silentConcealedSamples: 4800 })).toBe(
      "hearing",
    );
  });

  it("makes do with packets where a browser tells no more", () => {
    expect(judgeHearing(element, { packetsReceived: 1 }, { packetsReceived: 51 })).toBe("hearing");
    expect(judgeHearing(element, { packetsReceived: 1 }, { packetsReceived: 1 })).toBe("not-hearing");
    expect(judgeHearing(element, {}, {})).toBe("not-hearing");
    expect(isFlowing({ packetsReceived: 1 })).toBe(true);
    expect(isFlowing({ packetsReceived: 1, jitterBufferEmittedCount: 0 })).toBe(false);
    expect(isFlowing({})).toBe(false);
  });
});
