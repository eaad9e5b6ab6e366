import type { Session } from "@lectern/session-api/contract";
import type { LiveErrorCode } from "../errors.ts";

/** `waiting` and `seated` as the session API counts them, `connected`, `hearing` and `notHearing` as the peers say. */
export interface ListenerCounts {
  waiting: number;
  seated: number;
  connected: number;
  hearing: number;
  /** Connected, listening, and without sound that can be understood for two seconds or more. */
  notHearing: number;
}

/**
 * Why something is not as it should be while on air. "signed-out" and "credentials-refused" need the speaker: who listens
 * goes on hearing, nobody new gets in.
 */
export type BroadcastLoss = "session-socket" | "signaling" | "signed-out" | "credentials-refused";

interface OnAir {
  session: Session;
  /** Epoch ms, server time. */
  onAirSince: number;
  muted: boolean;
  paused: boolean;
  listeners: ListenerCounts;
}

/** What the speaker's page shows once signed in. Data is there only in the states where it is true. */
export type BroadcastState =
  /** Not on air; the session is known once the API answered. */
  | { status: "microphone-check"; session: Session | null }
  /** `attempt` counts what failed on the way so far; 0 while all is well. */
  | { status: "going-live"; session: Session | null; muted: boolean; attempt: number }
  | ({ status: "live" } & OnAir)
  /** Listeners may still hear: only newcomers wait. */
  | ({ status: "reconnecting"; reason: BroadcastLoss; attempt: number } & OnAir)
  /** Another page took the session over; nothing is sent any more. `takeOver()` takes it back. */
  | { status: "displaced"; session: Session | null }
  /** Over. `goLive()` starts the same session again. */
  | { status: "ended"; session: Session; reason: "by-you" | "elsewhere" }
  | { status: "failed"; code: LiveErrorCode; cause: unknown; session: Session | null };

export type BroadcastEvent =
  | { type: "go-live" }
  | { type: "take-over" }
  | { type: "session"; session: Session }
  | { type: "on-air"; at: number }
  | { type: "muted"; muted: boolean }
  | { type: "paused"; paused: boolean }
  | { type: "listeners"; counts: Partial<ListenerCounts> }
  | { type: "lost"; reason: BroadcastLoss; attempt: number }
  | { type: "restored" }
  | { type: "displaced" }
  | { type: "ended"; reason: "by-you" | "elsewhere" }
  | { type: "failed"; code: LiveErrorCode; cause: unknown };

/** Before anything has begun. `session`: what is known of it already. */
export const initialBroadcast = (session: Session | null = null): BroadcastState => ({
  status: "microphone-check",
  session,
});

const nobody: ListenerCounts = { waiting: 0, seated: 0, connected: 0, hearing: 0, notHearing: 0 };

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionBroadcast(state: BroadcastState, event: BroadcastEvent): BroadcastState {
  const onAir = state.status === "live" || state.status === "reconnecting";
  switch (event.type) {
    case "go-live":
      if (state.status !== "microphone-check" && state.status !== "ended" && state.status !== "failed") return state;
      return { status: "going-live", session: state.session, muted: false, attempt: 0 };
    case "take-over":
      if (state.status !== "displaced" && state.status !== "failed") return state;
      return { status: "going-live", session: state.session, muted: false, attempt: 0 };
    case "session":
      // `rev` rises with every change: an older snapshot, or the same one again, is no news.
      if (state.session && state.session.id === event.session.id && state.session.rev >= event.session.rev)
        return state;
      return { ...state, session: event.session };
    case "on-air": {
      if (state.status !== "going-live" || !state.session) return state;
      const { session, muted } = state;
      return { status: "live", session, onAirSince: event.at, muted, paused: false, listeners: nobody };
    }
    case "muted":
      if ((!onAir && state.status !== "going-live") || state.muted === event.muted) return state;
      return { ...state, muted: event.muted };
    case "paused":
      return onAir && state.paused !== event.paused ? { ...state, paused: event.paused } : state;
    case "listeners": {
      if (!onAir) return state;
      const listeners = { ...state.listeners, ...event.counts };
      const same = Object.entries(listeners).every(
        ([key, count]) => state.listeners[key as keyof ListenerCounts] === count,
      );
      return same ? state : { ...state, listeners };
    }
    case "lost":
      if (state.status === "going-live") {
        return state.attempt === event.attempt ? state : { ...state, attempt: event.attempt };
      }
      if (!onAir) return state;
      if (state.status === "reconnecting" && state.reason === event.reason && state.attempt === event.attempt) {
        return state;
      }
      return { ...state, status: "reconnecting", reason: event.reason, attempt: event.attempt };
    case "restored": {
      if (state.status === "going-live") return state.attempt === 0 ? state : { ...state, attempt: 0 };
      if (state.status !== "reconnecting") return state;
      const { session, onAirSince, muted, paused, listeners } = state;
      return { status: "live", session, onAirSince, muted, paused, listeners };
    }
    case "displaced":
      return onAir || state.status === "going-live" ? { status: "displaced", session: state.session } : state;
    case "ended":
      if ((!onAir && state.status !== "going-live") || !state.session) return state;
      return { status: "ended", session: state.session, reason: event.reason };
    case "failed":
      if (state.status === "ended" || state.status === "displaced" || state.status === "failed") return state;
      return { status: "failed", code: event.code, cause: event.cause, session: state.session };
  }
}
