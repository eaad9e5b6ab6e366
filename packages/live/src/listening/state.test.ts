import { describe, expect, it } from "vitest";
import { type ListeningEvent, type ListeningState, transitionListening } from "./state.ts";

const facts = { title: "Talk", muted: false, paused: false };
const states = {
  "looking-up": { status: "looking-up", armed: false, attempt: 0 },
  "looking-up again": { status: "looking-up", armed: false, attempt: 2 },
  "looking-up armed": { status: "looking-up", armed: true, attempt: 0 },
  "not-found": { status: "not-found" },
  waiting: { status: "waiting", title: "Talk", armed: false },
  "waiting armed": { status: "waiting", title: "Talk", armed: true },
  connecting: { status: "connecting", title: "Talk", armed: false },
  "connecting armed": { status: "connecting", title: "Talk", armed: true },
  ready: { status: "ready", ...facts, needsTap: false, standby: false },
  "ready needsTap": { status: "ready", ...facts, needsTap: true, standby: false },
  "ready standby": { status: "ready", ...facts, needsTap: false, standby: true },
  playing: { status: "playing", ...facts },
  reconnecting: { status: "reconnecting", ...facts, armed: false, reason: "connection-lost", attempt: 1 },
  "reconnecting armed": { status: "reconnecting", ...facts, armed: true, reason: "connection-lost", attempt: 1 },
  full: { status: "full", title: "Talk", armed: false },
  "full armed": { status: "full", title: "Talk", armed: true },
  ended: { status: "ended", title: "Talk", reason: "by-speaker" },
  failed: { status: "failed", code: "network", cause: null },
} satisfies Record<string, ListeningState>;

const events = {
  started: { type: "started" },
  unreachable: { type: "unreachable", attempt: 2 },
  "session waiting": { type: "session", title: "Talk", session: "waiting", hosted: false },
  "session live": { type: "session", title: "Talk", session: "live", hosted: true },
  "session unhosted": { type: "session", title: "Talk", session: "live", hosted: false },
  "session ended": { type: "session", title: "Talk", session: "ended", hosted: false },
  "not-found": { type: "not-found" },
  seated: { type: "seated" },
  media: { type: "media" },
  "speaker same": { type: "speaker", ...facts },
  tapped: { type: "tapped" },
  "play-refused": { type: "play-refused" },
  stopped: { type: "stopped" },
  standby: { type: "standby" },
  lost: { type: "lost", reason: "connection-lost", attempt: 1 },
  unhosted: { type: "unhosted" },
  full: { type: "full" },
  ended: { type: "ended" },
  failed: { type: "failed", code: "network", cause: null },
} satisfies Record<string, ListeningEvent>;

type StateName = keyof typeof states;
type EventName = keyof typeof events;

/** Each state's answers; an event that is not named leaves it as it is. */
const table: Record<StateName, Partial<Record<EventName, StateName | ListeningState>>> = {
  "looking-up": {
    unreachable: "looking-up again",
    "session unhosted": "waiting",
    "session waiting": "waiting",
    "session live": "connecting",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: "looking-up armed",
    ended: "ended",
    failed: "failed",
  },
  "looking-up again": {
    "session waiting": "waiting",
    "session unhosted": "waiting",
    "session live": "connecting",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: { status: "looking-up", armed: true, attempt: 2 },
    ended: "ended",
    failed: "failed",
  },
  "looking-up armed": {
    unreachable: { status: "looking-up", armed: true, attempt: 2 },
    "session unhosted": "waiting armed",
    "session waiting": "waiting armed",
    "session live": "connecting armed",
    "session ended": "ended",
    "not-found": "not-found",
    "play-refused": "looking-up",
    stopped: "looking-up",
    ended: "ended",
    failed: "failed",
  },
  "not-found": { started: "looking-up", failed: "failed" },
  waiting: {
    media: "ready",
    "session live": "connecting",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: "waiting armed",
    ended: "ended",
    failed: "failed",
  },
  "waiting armed": {
    media: "playing",
    "session live": "connecting armed",
    "session ended": "ended",
    "not-found": "not-found",
    "play-refused": "waiting",
    stopped: "waiting",
    ended: "ended",
    failed: "failed",
  },
  connecting: {
    "session unhosted": "waiting",
    unhosted: "waiting",
    "session waiting": "waiting",
    "session ended": "ended",
    "not-found": "not-found",
    media: "ready",
    tapped: "connecting armed",
    stopped: "ready standby",
    lost: "reconnecting",
    full: "full",
    ended: "ended",
    failed: "failed",
  },
  "connecting armed": {
    "session unhosted": "waiting armed",
    unhosted: "waiting armed",
    "session waiting": "waiting armed",
    "session ended": "ended",
    "not-found": "not-found",
    media: "playing",
    "play-refused": "connecting",
    stopped: "ready standby",
    lost: "reconnecting armed",
    full: "full armed",
    ended: "ended",
    failed: "failed",
  },
  ready: {
    "session waiting": "waiting",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: "playing",
    standby: "ready standby",
    lost: "reconnecting",
    ended: "ended",
    failed: "failed",
  },
  "ready needsTap": {
    "session waiting": "waiting armed",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: "playing",
    stopped: "ready standby",
    standby: "ready standby",
    lost: "reconnecting armed",
    ended: "ended",
    failed: "failed",
  },
  "ready standby": {
    "session waiting": "waiting",
    "session ended": "ended",
    "not-found": "not-found",
    tapped: "connecting armed",
    ended: "ended",
    failed: "failed",
  },
  playing: {
    "session waiting": "waiting armed",
    "session ended": "ended",
    "not-found": "not-found",
    "play-refused": "ready needsTap",
    stopped: "ready standby",
    lost: "reconnecting armed",
    ended: "ended",
    failed: "failed",
  },
  reconnecting: {
    "session unhosted": "waiting",
    unhosted: "waiting",
    "session waiting": "waiting",
    "session ended": "ended",
    "not-found": "not-found",
    media: "ready",
    tapped: "reconnecting armed",
    stopped: "ready standby",
    full: "full",
    ended: "ended",
    failed: "failed",
  },
  "reconnecting armed": {
    "session unhosted": "waiting armed",
    unhosted: "waiting armed",
    "session waiting": "waiting armed",
    "session ended": "ended",
    "not-found": "not-found",
    media: "playing",
    "play-refused": "reconnecting",
    stopped: "ready standby",
    full: "full armed",
    ended: "ended",
    failed: "failed",
  },
  full: {
    "session unhosted": "waiting",
    "session waiting": "waiting",
    "session ended": "ended",
    "not-found": "not-found",
    seated: "connecting",
    tapped: "full armed",
    ended: "ended",
    failed: "failed",
  },
  "full armed": {
    "session unhosted": "waiting armed",
    "session waiting": "waiting armed",
    "session ended": "ended",
    "not-found": "not-found",
    seated: "connecting armed",
    "play-refused": "full",
    stopped: "full",
    ended: "ended",
    failed: "failed",
  },
  ended: { "session live": "connecting", "session unhosted": "waiting", "not-found": "not-found" },
  failed: { started: "looking-up" },
};

const pairs = (Object.keys(states) as StateName[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event, next: table[state][event] ?? state })),
);

describe("transitionListening", () => {
  it.each(pairs)("$state + $event → $next", ({ state, event, next }) => {
    const before: ListeningState = states[state];
    const after = transitionListening(before, events[event]);
    const expected =
      after.status === "ended" && events[event].type === "ended" && !("title" in before)
        ? { ...states.ended, title: "" }
        : typeof next === "string"
          ? states[next]
          : next;
    expect(after).toEqual(expected);
    if (next === state) expect(after).toBe(before);
  });

  it("follows the speaker's facts and the title", () => {
    const playing = transitionListening(states.playing, { type: "speaker", muted: true, paused: false, title: "New" });
    expect(playing).toEqual({ status: "playing", title: "New", muted: true, paused: false });
    expect(transitionListening(playing, { type: "session", title: "Newer", session: "paused", hosted: true })).toEqual({
      status: "playing",
      title: "Newer",
      muted: true,
      paused: true,
    });
  });
});
