import { describe, expect, it } from "vitest";
import { constraintsFor, refusalOf } from "./capture.ts";
import {
  initialMicrophone,
  isOutdated,
  isReplaced,
  type MicrophoneEvent,
  type MicrophoneState,
  transitionMicrophone,
  wantedOf,
} from "./state.ts";

const devices = [
  { id: "default", label: "Default - Desk" },
  { id: "desk", label: "Desk" },
  { id: "head", label: "Headset" },
];
const open: MicrophoneState = { ...initialMicrophone, status: "open", devices, selectedId: "desk", usedId: "desk" };
const changing: MicrophoneState = { ...open, change: { selectedId: "head", mode: "music" } };
const withCode = (status: MicrophoneState["status"], code: MicrophoneState["code"]): MicrophoneState => ({
  ...initialMicrophone,
  status,
  code,
});

const states = {
  idle: initialMicrophone,
  asking: withCode("asking", null),
  open,
  changing,
  "change refused": { ...open, code: "microphone-failed" },
  silent: { ...open, sound: "none" },
  denied: withCode("denied", "microphone-denied"),
  missing: withCode("missing", "microphone-missing"),
  failed: withCode("failed", "microphone-failed"),
} satisfies Record<string, MicrophoneState>;
type Status = keyof typeof states;

const events = {
  asking: { type: "asking" },
  opened: { type: "opened", deviceId: "head" },
  denied: { type: "refused", code: "microphone-denied" },
  missing: { type: "refused", code: "microphone-missing" },
  failed: { type: "refused", code: "microphone-failed" },
  lost: { type: "lost" },
  chosen: { type: "chosen", choice: { mode: "music" } },
  silence: { type: "sound", sound: "none" },
  closed: { type: "closed" },
} satisfies Record<string, MicrophoneEvent>;
type EventName = keyof typeof events;

const heard = { ...open, usedId: "head" };
const lost = { ...open, status: "asking", usedId: null } as const;
const kept = (code: MicrophoneState["code"]) => ({ ...open, code });
const closed = { ...open, status: "idle", usedId: null } as const;
const notOpen = {
  opened: { ...initialMicrophone, status: "open", usedId: "head" },
  denied: states.denied,
  missing: states.missing,
  failed: states.failed,
} as const;
const refusedOpen = {
  denied: kept("microphone-denied"),
  missing: kept("microphone-missing"),
  failed: kept("microphone-failed"),
};
const music = { selectedId: "desk", mode: "music" } as const;
const whileOpen = {
  ...refusedOpen,
  opened: heard,
  lost,
  chosen: { ...open, change: music },
  silence: states.silent,
  closed,
} as const;
const asked = (state: MicrophoneState) => ({
  ...notOpen,
  asking: states.asking,
  chosen: { ...state, mode: "music" } as const,
  closed: states.idle,
});

/** What each event leads to; what is left out changes nothing. */
const table: Record<Status, Partial<Record<EventName, MicrophoneState>>> = {
  idle: { asking: states.asking, chosen: { ...initialMicrophone, mode: "music" } },
  asking: asked(states.asking),
  open: whileOpen,
  changing: {
    ...whileOpen,
    opened: { ...heard, selectedId: "head", mode: "music" },
    lost: { ...lost, selectedId: "head", mode: "music" },
    chosen: changing,
    silence: { ...changing, sound: "none" },
  },
  "change refused": { ...whileOpen, silence: { ...states["change refused"], sound: "none" } },
  silent: {
    ...whileOpen,
    denied: { ...states.silent, code: "microphone-denied" },
    missing: { ...states.silent, code: "microphone-missing" },
    failed: { ...states.silent, code: "microphone-failed" },
    chosen: { ...states.silent, change: music },
  },
  denied: asked(states.denied),
  missing: asked(states.missing),
  failed: asked(states.failed),
};

const pairs = (Object.keys(states) as Status[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event })),
);

describe("transitionMicrophone", () => {
  it.each(pairs)("$state + $event", ({ state, event }) => {
    const after = transitionMicrophone(states[state], events[event]);
    const expected = table[state][event];
    if (expected) expect(after).toEqual(expected);
    else expect(after).toBe(states[state]);
  });

  it("remembers devices, choice and mode through everything", () => {
    let state = transitionMicrophone(open, { type: "chosen", choice: { selectedId: "head" } });
    state = transitionMicrophone(state, { type: "chosen", choice: { mode: "music" } });
    expect(wantedOf(state)).toEqual({ selectedId: "head", mode: "music" });
    state = transitionMicrophone(state, { type: "opened", deviceId: "desk" });
    state = transitionMicrophone(state, { type: "closed" });
    expect(state).toEqual({ ...closed, selectedId: "head", mode: "music" });
  });
});

describe("when the devices are others", () => {
  const without = (id: string) => devices.filter((device) => device.id !== id);

  it("knows that another microphone stands in for the chosen one, and when that one is back", () => {
    const replaced: MicrophoneState = { ...open, selectedId: "head", devices: without("head") };
    expect([open, { ...open, selectedId: null }, replaced].map(isReplaced)).toEqual([false, false, true]);
    expect(isOutdated(replaced, { ...replaced, devices })).toBe(true);
    expect(isOutdated(replaced, replaced)).toBe(false);
  });

  it("knows that the system's default is another one now, where that is what was chosen", () => {
    const other = [{ id: "default", label: "Default - Headset" }, ...devices.slice(1)];
    const onDefault: MicrophoneState = { ...open, selectedId: null, usedId: "default" };
    expect(isOutdated(onDefault, { ...onDefault, devices: other })).toBe(true);
    expect(isOutdated(onDefault, { ...onDefault, devices: without("head") })).toBe(false);
    expect(isOutdated(open, { ...open, devices: other })).toBe(false);
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
