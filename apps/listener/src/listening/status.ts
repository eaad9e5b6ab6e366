import type { ListeningState } from "@lectern/live/listening";

/** States in which there is a talk, and the round control. */
export type TalkState = Exclude<ListeningState, { status: "not-found" | "failed" }>;

/** What a listener is told; "-armed": the sound will start by itself. */
export type StatusName =
  | "looking-up"
  | "unreachable"
  | "unreachable-armed"
  | "waiting"
  | "waiting-armed"
  | "connecting"
  | "connecting-armed"
  | "live"
  | "live-standby"
  | "live-playing"
  | "live-turned-down"
  | "paused"
  | "paused-playing"
  | "muted"
  | "muted-playing"
  | "needs-tap"
  | "reconnecting"
  | "reconnecting-armed"
  | "no-socket"
  | "no-answer"
  | "no-route"
  | "full"
  | "full-armed"
  | "ended";

/** Fewer failed attempts are not shown. */
const UNREACHABLE_AFTER = 2;

/** `isTurnedDown`: the page's own volume is at zero. */
export function statusOf(state: TalkState, isTurnedDown = false): StatusName {
  switch (state.status) {
    case "looking-up":
      if (state.attempt < UNREACHABLE_AFTER) return "looking-up";
      return state.armed ? "unreachable-armed" : "unreachable";
    case "waiting":
    case "connecting":
    case "reconnecting":
    case "full":
      return state.armed ? `${state.status}-armed` : state.status;
    case "no-path":
      if (state.obstacle !== "no-connection") return state.obstacle;
      return state.armed ? "unreachable-armed" : "unreachable";
    case "ready":
      if (state.needsTap) return "needs-tap";
      if (state.paused) return "paused";
      if (state.muted) return "muted";
      return state.standby ? "live-standby" : "live";
    case "playing":
      if (state.paused) return "paused-playing";
      if (state.muted) return "muted-playing";
      return isTurnedDown ? "live-turned-down" : "live-playing";
    case "ended":
      return "ended";
  }
}

/** Whether the control stops: something plays, or will by itself. */
export const isOn = (state: TalkState): boolean => state.status === "playing" || ("armed" in state && state.armed);

/** Whether the speaker can be heard by somebody right now. */
export const isOnAir = (state: TalkState): boolean =>
  (state.status === "ready" || state.status === "playing") && !state.muted && !state.paused;
