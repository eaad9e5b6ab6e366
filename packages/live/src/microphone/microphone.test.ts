import { expect, test } from "vitest";
import { fakeMicrophones } from "../../testing/fake-microphones.ts";
import { createMicrophone } from "./microphone.ts";
import { isReplaced } from "./state.ts";

const system = { id: "default", label: "Default - Desk" };
const desk = { id: "desk", label: "Desk" };
const head = { id: "head", label: "Headset" };
const all = [system, desk, head];

function setUp(options: { deviceId?: string } = {}, devices = all, browser = {}) {
  const fake = fakeMicrophones(devices, browser);
  return { fake, microphone: createMicrophone({ ...options, environment: fake.environment }) };
}

test("a refused change of microphone or mode leaves what works as it was, and says so", async () => {
  const { fake, microphone } = setUp({ deviceId: "desk" });
  await microphone.open();
  fake.refuse("NotReadableError");
  await microphone.select("head");
  await microphone.setMode("music");
  expect(microphone.getState()).toMatchObject({ status: "open", selectedId: "desk", mode: "voice", change: null });
  expect(microphone.getState().code).toBe("microphone-failed");
  expect(fake.tracks.map(({ readyState }) => readyState)).toEqual(["live"]);
  fake.refuse(null);
  await microphone.setMode("music");
  expect(microphone.getState()).toMatchObject({ mode: "music", code: null });
  expect(fake.tracks.map(({ readyState }) => readyState)).toEqual(["ended", "live"]);
  microphone.close();
});

test("a microphone that another program held is opened when that lets go of it, without a question", async () => {
  const { fake, microphone } = setUp();
  fake.refuse("NotReadableError");
  await microphone.open();
  expect(microphone.getState().status).toBe("failed");
  fake.refuse(null);
  await fake.timers.advance(5000);
  expect(microphone.getState()).toMatchObject({ status: "open", code: null });
  microphone.close();
  expect(fake.timers.pending()).toBe(0);

  const asking = setUp({}, all, { isGranted: false });
  asking.fake.refuse("NotReadableError");
  await asking.microphone.open();
  expect(asking.fake.timers.pending()).toBe(0);
  asking.fake.refuse(null);
  await asking.fake.plugIn(all);
  expect(asking.microphone.getState().status).toBe("open");
  asking.microphone.close();
});

test("another default of the system's is opened where the default is what was chosen", async () => {
  const { fake, microphone } = setUp();
  await microphone.open();
  await fake.plugIn([{ ...system, label: "Default - Headset" }, desk, head]);
  expect(fake.tracks.map(({ readyState }) => readyState)).toEqual(["ended", "live"]);
  await microphone.select("desk");
  await fake.plugIn(all);
  expect(fake.tracks).toHaveLength(3);
  microphone.close();
});

test("a microphone that stands in for the chosen one is known as such, is not remembered, and makes room for it", async () => {
  const { fake, microphone } = setUp({ deviceId: "head" });
  await microphone.open();
  await fake.plugIn([system, desk]);
  fake.tracks[0]?.unplug();
  await fake.timers.advance(0);
  expect(isReplaced(microphone.getState())).toBe(true);
  expect(microphone.getState()).toMatchObject({ status: "open", selectedId: "head", usedId: "default" });
  await fake.plugIn(all);
  expect(microphone.getState()).toMatchObject({ selectedId: "head", usedId: "head" });
  expect(isReplaced(microphone.getState())).toBe(false);
  microphone.close();
});

test("one that opens is open, even if the devices cannot be listed or there is no Web Audio", async () => {
  const { fake, microphone } = setUp({}, all, { hasWebAudio: false });
  fake.hide(true);
  await microphone.open();
  expect(microphone.getState()).toMatchObject({ status: "open", code: null, devices: [] });
  expect(microphone.isMeasured()).toBe(false);
  microphone.close();
});

test("silence is noticed within five seconds, a track that is muted at once, and when the sound is back", async () => {
  const { fake, microphone } = setUp();
  await microphone.open();
  const sound = () => microphone.getState().sound;
  await fake.timers.advance(1000);
  expect(sound()).toBe("some");
  fake.speak(0);
  await fake.timers.advance(3000);
  expect(sound()).toBe("some");
  await fake.timers.advance(2000);
  expect(sound()).toBe("none");
  fake.speak(0.01);
  await fake.timers.advance(250);
  expect(sound()).toBe("some");
  const track = fake.tracks[0];
  track?.setMuted(true);
  expect(sound()).toBe("taken");
  track?.setMuted(false);
  expect(sound()).toBe("some");
  microphone.close();
});

test("a microphone that cuts off all noise between words is not taken for one that is switched off", async () => {
  const { fake, microphone } = setUp();
  await microphone.open();
  for (let pause = 0; pause < 5; pause++) {
    fake.speak(0);
    await fake.timers.advance(1000);
    fake.speak(0.1);
    await fake.timers.advance(1000);
  }
  fake.speak(0);
  await fake.timers.advance(10_000);
  expect(microphone.getState().sound).toBe("some");
  await fake.timers.advance(5000);
  expect(microphone.getState().sound).toBe("none");
  microphone.close();
});

test("who muted themselves is not told of silence, and has the whole time once they are back", async () => {
  const { fake, microphone } = setUp();
  await microphone.open();
  const track = microphone.track();
  if (track) track.enabled = false;
  fake.speak(0);
  await fake.timers.advance(10_000);
  expect(microphone.getState().sound).toBe("unknown");
  if (track) track.enabled = true;
  await fake.timers.advance(3000);
  expect(microphone.getState().sound).toBe("unknown");
  microphone.close();
});
