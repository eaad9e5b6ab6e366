import type { ListeningState } from "@lectern/live/listening";
import { expect, test } from "vitest";
import { en } from "../words/en.tsx";
import { lockScreenOf, showOnLockScreen } from "./lock-screen.ts";

const facts = { title: "Bees", muted: false, paused: false };

test.each<[ListeningState, string, string, MediaSessionPlaybackState]>([
  [{ status: "looking-up", armed: false, attempt: 0 }, "A live talk", "Looking for the talk", "none"],
  [{ status: "waiting", title: "Bees", armed: false }, "Bees", "Waiting for the speaker", "paused"],
  [{ status: "waiting", title: "Bees", armed: true }, "Bees", "Waiting for the speaker", "playing"],
  [{ status: "connecting", title: "", armed: true }, "A live talk", "Connecting", "playing"],
  [{ status: "ready", ...facts, needsTap: false, standby: false }, "Bees", "Live", "paused"],
  [{ status: "ready", ...facts, needsTap: true, standby: false }, "Bees", "One more tap", "paused"],
  [{ status: "playing", ...facts }, "Bees", "Live", "playing"],
  [{ status: "playing", ...facts, muted: true }, "Bees", "Muted by the speaker", "playing"],
  [{ status: "reconnecting", ...facts, armed: true, attempt: 1 }, "Bees", "Reconnecting", "playing"],
  [{ status: "no-path", title: "Bees", armed: true, obstacle: "no-route" }, "Bees", "No way for the sound", "playing"],
  [
    { status: "no-path", title: "Bees", armed: false, obstacle: "no-connection" },
    "Bees",
    "No connection yet",
    "paused",
  ],
  [{ status: "full", title: "Bees", armed: false }, "Bees", "The talk is full", "paused"],
  [{ status: "ended", title: "Bees", reason: "by-speaker" }, "Bees", "Ended", "none"],
  [{ status: "not-found", removed: false }, "Lectern", "", "none"],
  [{ status: "failed", code: "network", cause: null }, "Lectern", "", "none"],
])("%j is %s, %s, %s", (state, title, line, playbackState) => {
  expect(lockScreenOf(state, en)).toEqual({ title, line, playbackState });
});

test("without navigator.mediaSession the lock screen shows nothing, and the page goes on", () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {} });
  const fixed = <T>(state: T) => ({ getState: () => state, subscribe: () => () => undefined });
  const listening = fixed<ListeningState>({ status: "looking-up", armed: false, attempt: 0 });
  try {
    const commands = { listen: () => undefined, stop: () => undefined };
    expect(() => showOnLockScreen({ ...listening, ...commands }, fixed({ locale: "en", words: en }))).not.toThrow();
  } finally {
    Reflect.deleteProperty(globalThis, "navigator");
    if (real) Object.defineProperty(globalThis, "navigator", real);
  }
});
