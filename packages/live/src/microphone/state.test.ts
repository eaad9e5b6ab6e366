import { describe, expect, it } from "vitest";
import { constraintsFor, refusalOf } from "./capture.ts";
import { initialMicrophone, type MicrophoneEvent, type MicrophoneState, transitionMicrophone } from "./state.ts";

const states: Record<MicrophoneState["status"], MicrophoneState> = {
  idle: initialMicrophone,
  asking: { ...initialMicrophone, status: "asking" },
  open: { ...initialMicrophone, status: "open" },
  denied: { ...initialMicrophone, status: "denied", code: "microphone-denied" },
  missing: { ...initialMicrophone, status: "missing", code: "microphone-missing" },
  failed: { ...initialMicrophone, status: "failed", code: "microphone-failed" },
};
type Status = keyof typeof states;

const events = {
  asking: { type: "asking" },
  opened: { type: "opened", deviceId: null },
  denied: { type: "refused", code: "microphone-denied" },
  missing: { type: "refused", code: "microphone-missing" },
  failed: { type: "refused", code: "microphone-failed" },
  "same device": { type: "selected", deviceId: null },
  "same mode": { type: "mode", mode: "voice" },
  closed: { type: "closed" },
} satisfies Record<string, MicrophoneEvent>;
type EventName = keyof typeof events;

const refusals = { denied: "denied", missing: "missing", failed: "failed" } as const;
const table: Record<Status, Partial<Record<EventName, Status>>> = {
  idle: { asking: "asking" },
  asking: { opened: "open", closed: "idle", ...refusals },
  open: { asking: "asking", closed: "idle", ...refusals },
  denied: { asking: "asking", closed: "idle", ...refusals },
  missing: { asking: "asking", closed: "idle", ...refusals },
  failed: { asking: "asking", closed: "idle", ...refusals },
};

const pairs = (Object.keys(states) as Status[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event, next: table[state][event] ?? state })),
);

describe("transitionMicrophone", () => {
  it.each(pairs)("$state + $event → $next", ({ state, event, next }) => {
    const after = transitionMicrophone(states[state], events[event]);
    expect(after).toEqual(states[next]);
    if (next === state) expect(after).toBe(states[state]);
  });

  it("remembers devices, choice and mode through everything", () => {
    const devices = [{ id: "a", label: "Desk" }];
    let state = transitionMicrophone(states.open, { type: "devices", devices });
    state = transitionMicrophone(state, { type: "selected", deviceId: "a" });
    state = transitionMicrophone(state, { type: "mode", mode: "music" });
    state = transitionMicrophone(state, { type: "closed" });
    expect(state).toEqual({ ...states.idle, devices, selectedId: "a", mode: "music" });
  });
});

describe("constraintsFor", () => {
  it("cleans speech and leaves music alone", () => {
    expect(constraintsFor("voice", null)).toMatchObject({
      channelCount: { ideal: 1 },
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    });
    expect(constraintsFor("music", "x")).toMatchObject({
      deviceId: { ideal: "x" },
      channelCount: { ideal: 2 },
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    });
  });
});

it.each([
  ["NotAllowedError", "microphone-denied"],
  ["NotFoundError", "microphone-missing"],
  ["NotReadableError", "microphone-failed"],
  ["TypeError", "not-supported"],
] as const)("translates %s into %s", (name, code) => {
  expect(refusalOf(Object.assign(new Error("refused"), { name }))).toBe(code);
});
