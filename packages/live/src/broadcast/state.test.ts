import { describe, expect, it } from "vitest";
import { type BroadcastEvent, type BroadcastState, transitionBroadcast } from "./state.ts";

const session = {
  id: "1",
  code: "a-b-c-d",
  title: "Talk",
  status: "live" as const,
  rev: 3,
  createdAt: 0,
  liveAt: null,
  endedAt: null,
  hosted: true,
};
const listeners = { waiting: 0, seated: 0, connected: 0, hearing: 0, notHearing: 0 };
const onAir = { session, onAirSince: 5, muted: false, paused: false, listeners };
const states = {
  check: { status: "microphone-check", session: null },
  "going-live": { status: "going-live", session, muted: false, attempt: 0 },
  "going-live unknown": { status: "going-live", session: null, muted: false, attempt: 0 },
  "going-live again": { status: "going-live", session, muted: false, attempt: 2 },
  "going-live muted": { status: "going-live", session, muted: true, attempt: 0 },
  live: { status: "live", ...onAir },
  "live muted": { status: "live", ...onAir, muted: true },
  "live paused": { status: "live", ...onAir, paused: true },
  "live heard": { status: "live", ...onAir, listeners: { ...listeners, hearing: 1 } },
  reconnecting: { status: "reconnecting", ...onAir, reason: "signaling", attempt: 2 },
  displaced: { status: "displaced", session },
  ended: { status: "ended", session, reason: "elsewhere" },
  failed: { status: "failed", code: "network", cause: null, session },
} satisfies Record<string, BroadcastState>;

const events = {
  "go-live": { type: "go-live" },
  "take-over": { type: "take-over" },
  "session of the same rev": { type: "session", session },
  "on-air": { type: "on-air", at: 5 },
  muted: { type: "muted", muted: true },
  unmuted: { type: "muted", muted: false },
  paused: { type: "paused", paused: true },
  "one hears": { type: "listeners", counts: { hearing: 1 } },
  lost: { type: "lost", reason: "signaling", attempt: 2 },
  restored: { type: "restored" },
  displaced: { type: "displaced" },
  ended: { type: "ended", reason: "elsewhere" },
  failed: { type: "failed", code: "network", cause: null },
} satisfies Record<string, BroadcastEvent>;

type StateName = keyof typeof states;
type EventName = keyof typeof events;

const over = { displaced: "displaced", ended: "ended", failed: "failed" } as const;
const heard: BroadcastState = states["live heard"];
/** Each state's answers; an event that is not named leaves it as it is. */
const table: Record<StateName, Partial<Record<EventName, StateName | BroadcastState>>> = {
  check: {
    "go-live": "going-live unknown",
    "session of the same rev": { status: "microphone-check", session },
    failed: { ...states.failed, session: null },
  },
  "going-live": { "on-air": "live", muted: "going-live muted", lost: "going-live again", ...over },
  "going-live unknown": {
    "session of the same rev": "going-live",
    muted: { ...states["going-live unknown"], muted: true },
    lost: { ...states["going-live unknown"], attempt: 2 },
    displaced: { status: "displaced", session: null },
    failed: { ...states.failed, session: null },
  },
  "going-live again": {
    "on-air": "live",
    muted: { ...states["going-live again"], muted: true },
    restored: "going-live",
    ...over,
  },
  "going-live muted": {
    "on-air": "live muted",
    unmuted: "going-live",
    lost: { ...states["going-live muted"], attempt: 2 },
    ...over,
  },
  live: { muted: "live muted", paused: "live paused", "one hears": "live heard", lost: "reconnecting", ...over },
  "live muted": {
    unmuted: "live",
    paused: { ...states["live muted"], paused: true },
    "one hears": { ...states["live heard"], muted: true },
    lost: { ...states.reconnecting, muted: true },
    ...over,
  },
  "live paused": {
    muted: { ...states["live paused"], muted: true },
    "one hears": { ...states["live heard"], paused: true },
    lost: { ...states.reconnecting, paused: true },
    ...over,
  },
  "live heard": {
    muted: { ...heard, muted: true },
    paused: { ...heard, paused: true },
    lost: { ...states.reconnecting, listeners: heard.listeners },
    ...over,
  },
  reconnecting: {
    muted: { ...states.reconnecting, muted: true },
    paused: { ...states.reconnecting, paused: true },
    "one hears": { ...states.reconnecting, listeners: heard.listeners },
    restored: "live",
    ...over,
  },
  displaced: { "take-over": "going-live" },
  ended: { "go-live": "going-live" },
  failed: { "go-live": "going-live", "take-over": "going-live" },
};

const pairs = (Object.keys(states) as StateName[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event, next: table[state][event] ?? state })),
);

describe("transitionBroadcast", () => {
  it.each(pairs)("$state + $event", ({ state, event, next }) => {
    const before: BroadcastState = states[state];
    const after = transitionBroadcast(before, events[event]);
    expect(after).toEqual(typeof next === "string" ? states[next] : next);
    if (next === state) expect(after).toBe(before);
  });

  it("takes newer sessions and drops older ones", () => {
    const newer = { ...session, rev: 4, title: "New" };
    const after = transitionBroadcast(states.live, { type: "session", session: newer });
    expect(after).toEqual({ ...states.live, session: newer });
    expect(transitionBroadcast(after, { type: "session", session })).toBe(after);
  });
});
