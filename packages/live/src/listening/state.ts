import type { SessionStatus } from "@lectern/session-api/contract";
import type { LiveErrorCode } from "../errors.ts";

/** Why sound is away for the moment. */
export type LossReason = "connection-lost" | "signaling-lost" | "seat-lost";

/**
 * What a listener's page shows. `armed`: Listen was pressed and sound starts by itself as soon as it can.
 * `muted`, `paused`: what the speaker does. Data is there only in the states where it is true.
 */
export type ListeningState =
  /** `attempt`: how often nothing answered so far. It is tried again by itself, for as long as the page is open. */
  | { status: "looking-up"; armed: boolean; attempt: number }
  /** No session has this code. Looked up again on `start()`. */
  | { status: "not-found" }
  /** The speaker is not on air (yet), or on air but their page is gone: no new place is taken, everything starts by itself. */
  | { status: "waiting"; title: string; armed: boolean }
  /** The speaker is on air: a seat is asked for and the way to the sound made. */
  | { status: "connecting"; title: string; armed: boolean }
  /** Only the tap is missing. `needsTap`: Listen was pressed but the browser refused to play, or the system paused it. `standby`: the seat was given back; the tap takes a new one. */
  | { status: "ready"; title: string; muted: boolean; paused: boolean; needsTap: boolean; standby: boolean }
  | { status: "playing"; title: string; muted: boolean; paused: boolean }
  | {
      status: "reconnecting";
      title: string;
      armed: boolean;
      muted: boolean;
      paused: boolean;
      reason: LossReason;
      attempt: number;
    }
  /** Every seat is taken: asked again quietly. */
  | { status: "full"; title: string; armed: boolean }
  /** Starts over by itself should the speaker go live again: a link is lasting. */
  | { status: "ended"; title: string; reason: "by-speaker" }
  /** `cause` is what was thrown, for example auth's error under "credentials-refused". */
  | { status: "failed"; code: LiveErrorCode; cause: unknown };

export type ListeningEvent =
  | { type: "started" }
  /** Nothing answers: `attempt` counts from 1. */
  | { type: "unreachable"; attempt: number }
  /** `hosted`: whether a speaker's page is there. */
  | { type: "session"; title: string; session: SessionStatus; hosted: boolean }
  | { type: "not-found" }
  | { type: "seated" }
  | { type: "media" }
  | { type: "speaker"; muted: boolean; paused: boolean; title: string }
  | { type: "tapped" }
  /** By the browser, or by the system that paused what played. */
  | { type: "play-refused" }
  | { type: "stopped" }
  | { type: "standby" }
  | { type: "lost"; reason: LossReason; attempt: number }
  /** No speaker's page is there to connect to. */
  | { type: "unhosted" }
  | { type: "full" }
  | { type: "ended" }
  | { type: "failed"; code: LiveErrorCode; cause: unknown };

export const initialListening: ListeningState = { status: "looking-up", armed: false, attempt: 0 };

const isArmed = (state: ListeningState): boolean =>
  state.status === "playing" || ("armed" in state && state.armed) || (state.status === "ready" && state.needsTap);

const facts = (state: ListeningState): { muted: boolean; paused: boolean } =>
  "muted" in state ? { muted: state.muted, paused: state.paused } : { muted: false, paused: false };

function onSession(
  state: ListeningState,
  { title, session, hosted }: Extract<ListeningEvent, { type: "session" }>,
): ListeningState {
  if (state.status === "not-found" || state.status === "failed") return state;
  switch (session) {
    case "ended":
      return onEnded(state, title);
    case "waiting":
      if (state.status === "ended") return state;
      if (state.status === "waiting" && state.title === title) return state;
      return { status: "waiting", title, armed: isArmed(state) };
    case "live":
    case "paused":
      return onLive(state, title, session === "paused", hosted);
  }
}

type Present = Exclude<ListeningState, { status: "not-found" | "failed" }>;

function onLive(state: Present, title: string, paused: boolean, hosted: boolean): ListeningState {
  const isHeard = state.status === "ready" || state.status === "playing";
  if (!hosted && !isHeard) return onUnhosted(state, title);
  switch (state.status) {
    case "looking-up":
    case "waiting":
    case "ended":
      return { status: "connecting", title, armed: isArmed(state) };
    case "connecting":
    case "full":
      return state.title === title ? state : { ...state, title };
    case "ready":
    case "playing":
    case "reconnecting":
      return state.title === title && state.paused === paused ? state : { ...state, title, paused };
  }
}

function onUnhosted(state: Present, title: string): ListeningState {
  if (state.status === "waiting" && state.title === title) return state;
  return { status: "waiting", title, armed: isArmed(state) };
}

function onEnded(state: ListeningState, title = "title" in state ? state.title : ""): ListeningState {
  if (state.status === "ended" || state.status === "not-found" || state.status === "failed") return state;
  return { status: "ended", title, reason: "by-speaker" };
}

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionListening(state: ListeningState, event: ListeningEvent): ListeningState {
  switch (event.type) {
    case "started":
      return state.status === "not-found" || state.status === "failed" ? initialListening : state;
    case "session":
      return onSession(state, event);
    case "unreachable":
      if (state.status !== "looking-up" || state.attempt === event.attempt) return state;
      return { ...state, attempt: event.attempt };
    case "not-found":
      return state.status === "not-found" || state.status === "failed" ? state : { status: "not-found" };
    case "seated":
      return state.status === "full" ? { status: "connecting", title: state.title, armed: state.armed } : state;
    case "media":
      switch (state.status) {
        case "waiting":
        case "connecting":
        case "reconnecting": {
          const { title } = state;
          if (state.armed) return { status: "playing", title, ...facts(state) };
          return { status: "ready", title, ...facts(state), needsTap: false, standby: false };
        }
        default:
          return state;
      }
    case "speaker": {
      if (state.status !== "ready" && state.status !== "playing" && state.status !== "reconnecting") return state;
      const { muted, paused, title } = event;
      if (state.muted === muted && state.paused === paused && state.title === title) return state;
      return { ...state, muted, paused, title };
    }
    case "tapped":
      switch (state.status) {
        case "looking-up":
        case "waiting":
        case "connecting":
        case "reconnecting":
        case "full":
          return state.armed ? state : { ...state, armed: true };
        case "ready":
          if (state.standby) return { status: "connecting", title: state.title, armed: true };
          return { status: "playing", title: state.title, muted: state.muted, paused: state.paused };
        default:
          return state;
      }
    case "play-refused":
      if (state.status === "playing") return { ...state, status: "ready", needsTap: true, standby: false };
      return "armed" in state && state.armed ? { ...state, armed: false } : state;
    case "stopped":
      switch (state.status) {
        case "looking-up":
        case "waiting":
        case "full":
          return state.armed ? { ...state, armed: false } : state;
        case "connecting":
        case "playing":
        case "reconnecting":
          return { status: "ready", title: state.title, ...facts(state), needsTap: false, standby: true };
        case "ready":
          return state.needsTap ? { ...state, needsTap: false, standby: true } : state;
        default:
          return state;
      }
    case "standby":
      return state.status === "ready" && !state.standby ? { ...state, needsTap: false, standby: true } : state;
    case "lost": {
      if (
        state.status !== "ready" &&
        state.status !== "playing" &&
        state.status !== "reconnecting" &&
        state.status !== "connecting"
      )
        return state;
      if (state.status === "ready" && state.standby) return state;
      const { reason, attempt } = event;
      if (state.status === "reconnecting" && state.reason === reason && state.attempt === attempt) return state;
      return { status: "reconnecting", title: state.title, armed: isArmed(state), ...facts(state), reason, attempt };
    }
    case "unhosted":
      return state.status === "connecting" || state.status === "reconnecting" ? onUnhosted(state, state.title) : state;
    case "full":
      switch (state.status) {
        case "connecting":
        case "reconnecting":
          return { status: "full", title: state.title, armed: state.armed };
        default:
          return state;
      }
    case "ended":
      return onEnded(state);
    case "failed":
      return state.status === "ended" || state.status === "failed"
        ? state
        : { status: "failed", code: event.code, cause: event.cause };
  }
}
