import { expect, test } from "vitest";
import { createBroadcast } from "./broadcast/index.ts";
import { createListening } from "./listening/index.ts";
import { initialMicrophone } from "./microphone/state.ts";

/** A browser in which nothing can be had: Node has neither WebRTC nor Web Audio. */
const environment = {
  now: () => 0,
  steadyNow: () => 0,
  random: () => 0.5,
  setTimer: () => () => undefined,
  fetch: async () => Promise.reject(new TypeError("no network")),
  RTCPeerConnection: globalThis.RTCPeerConnection,
  AudioContext: globalThis.AudioContext,
  page: new EventTarget(),
  isVisible: () => true,
  audioSession: null,
  mark: () => undefined,
};
const nowhere = {
  region: "us-east-1",
  webSocketUrl: "no address",
  credentials: () => Promise.reject(new Error("none")),
};

/** Every command in every order of two, before anything, in between and after `close`. */
function commandAll(commands: Record<string, () => void>): string[] {
  const thrown: string[] = [];
  for (const [first, one] of Object.entries(commands)) {
    for (const [second, other] of Object.entries(commands)) {
      try {
        one();
        other();
      } catch (error) {
        thrown.push(`${first}, ${second}: ${error}`);
      }
    }
  }
  return thrown;
}

test("no command of a listener's throws, in whatever order, where the browser has nothing", async () => {
  const listening = createListening({ ...nowhere, code: "one-two-three-four", httpApiUrl: "no address", environment });
  const { start, listen, stop, setVolume, setBuffering, close } = listening;
  const commands = { start, listen, stop, setVolume: () => setVolume(0.5), setBuffering: () => setBuffering("steady") };
  expect(commandAll(commands)).toEqual([]);
  await Promise.resolve();
  expect(commandAll({ ...commands, close })).toEqual([]);
});

test("no command of a speaker's throws, in whatever order, where the browser has nothing", async () => {
  const broadcast = createBroadcast({
    ...nowhere,
    code: "one-two-three-four",
    api: { patchSession: () => Promise.reject(new TypeError("no network")) },
    accessToken: () => Promise.reject(new Error("none")),
    microphone: { getState: () => initialMicrophone, subscribe: () => () => undefined, track: () => null },
    environment,
  });
  const { goLive, mute, unmute, pause, resume, end, takeOver, close } = broadcast;
  const commands = { goLive, mute, unmute, pause, resume, end, takeOver };
  expect(commandAll(commands)).toEqual([]);
  await Promise.resolve();
  expect(commandAll({ ...commands, close })).toEqual([]);
});
