import { expect, it, vi } from "vitest";
import { browserEnvironment } from "../environment.ts";
import { createPlayer } from "./player.ts";

/** What the browser says to whoever wants to play. */
let refuses = false;

/** As much of an audio element as a player uses: what is asked for happens at once, and is told of. */
class FakeAudio extends EventTarget {
  paused = true;
  muted = false;
  volume = 1;
  srcObject: unknown = null;
  async play(): Promise<void> {
    if (refuses) throw Object.assign(new Error("no"), { name: "NotAllowedError" });
    this.paused = false;
    this.dispatchEvent(new Event("playing"));
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
}

class FakeAudioContext {
  outputLatency = 0.03;
  resume = async () => undefined;
  close = async () => undefined;
  createMediaStreamSource = () => ({ connect: () => undefined, disconnect: () => undefined });
  createAnalyser = () => ({});
}

class FakeMediaStream {
  active = true;
}

const end = (stream: MediaStream) => Object.assign(stream, { active: false });

function setUp() {
  vi.stubGlobal("Audio", FakeAudio);
  vi.stubGlobal("AudioContext", FakeAudioContext);
  vi.stubGlobal("MediaStream", FakeMediaStream);
  refuses = false;
  const told: string[] = [];
  const player = createPlayer(browserEnvironment(), {
    onRefused: () => told.push("refused"),
    onSound: () => told.push("sound"),
    onInterrupted: () => told.push("interrupted"),
    onResumed: () => told.push("resumed"),
  });
  const audio = new Audio();
  const stream = new MediaStream();
  player.attach(audio);
  player.setStream(stream);
  return { player, audio, stream, told };
}

it("tells when the system pauses what plays, and plays on when asked to", async () => {
  const { player, audio, told } = setUp();
  player.unmute();
  await Promise.resolve();
  audio.pause();
  expect(told).toEqual(["sound", "interrupted"]);
  player.resume();
  expect(audio.paused).toBe(false);
  expect(told).toEqual(["sound", "interrupted", "resumed"]);
  player.resume();
  expect(told).toHaveLength(3);
});

it("follows the system that starts it again by itself", async () => {
  const { player, audio, told } = setUp();
  player.unmute();
  await Promise.resolve();
  audio.pause();
  await audio.play();
  expect(told).toEqual(["sound", "interrupted", "resumed"]);
});

it("keeps quiet during a call even when another stream comes", () => {
  const { player, audio } = setUp();
  player.unmute();
  audio.pause();
  player.setStream(new MediaStream());
  expect(audio.paused).toBe(true);
  expect(player.state().playing).toBe(false);
});

it("waits for the tap when it may not go on by itself", async () => {
  const { player, audio, told } = setUp();
  player.unmute();
  await Promise.resolve();
  audio.pause();
  refuses = true;
  player.resume();
  await Promise.resolve();
  expect(told).toEqual(["sound", "interrupted"]);
  refuses = false;
  player.unmute();
  expect(audio.paused).toBe(false);
});

it("goes on without a stream that lives: whoever is told takes a new one", () => {
  const { player, audio, stream, told } = setUp();
  player.unmute();
  audio.pause();
  end(stream);
  player.resume();
  expect(told).toContain("resumed");
});

it("takes no pause of its own, nor a stream's end, for an interruption", () => {
  const { player, audio, stream, told } = setUp();
  audio.pause();
  player.unmute();
  player.mute();
  expect(audio.paused).toBe(true);
  expect(player.state().armed).toBe(false);
  player.unmute();
  end(stream);
  audio.pause();
  expect(told).not.toContain("interrupted");
});

it("plays where there is no Web Audio, or it refuses, without a level", async () => {
  const refusals = {
    none: undefined,
    refuses: class {
      constructor() {
        throw new DOMException("no more of them", "NotSupportedError");
      }
    },
    "does not measure": class extends FakeAudioContext {
      override createMediaStreamSource = () => {
        throw new DOMException("another sample rate", "NotSupportedError");
      };
    },
  };
  for (const AudioContext of Object.values(refusals)) {
    const { player, audio, told } = setUp();
    vi.stubGlobal("AudioContext", AudioContext);
    player.unmute();
    await Promise.resolve();
    player.setStream(new MediaStream());
    expect([audio.muted, audio.paused, player.level()]).toEqual([false, false, 0]);
    expect(told).toContain("sound");
    player.close();
  }
});
