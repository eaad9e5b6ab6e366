import type { ListeningState } from "@lectern/live/listening";

/** States in which there is a talk, and the round control. */
export type TalkState = Exclude<ListeningState, { status: "not-found" | "failed" }>;

export interface StatusWords {
  /** The state, in words to be read from afar. */
  headline: string;
  /** What it means for the person, and what to do. */
  advice: string;
}

/** A failed try or two are nothing to speak of. */
const UNREACHABLE_AFTER = 2;

export function statusWords(state: TalkState): StatusWords {
  switch (state.status) {
    case "looking-up":
      if (state.attempt < UNREACHABLE_AFTER) return { headline: "Looking for the talk", advice: "One moment." };
      return {
        headline: "No connection yet",
        advice: state.armed
          ? "It is tried again and again, and the sound will start by itself. Keep this page open."
          : "It is tried again and again by itself. Are you online?",
      };
    case "waiting":
      return {
        headline: "Waiting for the speaker",
        advice: state.armed
          ? "The sound will start by itself. Keep this page open."
          : "Press Listen now, and the sound will start by itself.",
      };
    case "connecting":
      return {
        headline: "Connecting",
        advice: state.armed ? "The sound will start by itself." : "One moment.",
      };
    case "ready":
      return readyWords(state);
    case "playing":
      if (state.paused) return { headline: "Paused", advice: "The speaker takes a break. Stay: it goes on by itself." };
      if (state.muted) return { headline: "Muted by the speaker", advice: "You will hear them as soon as they go on." };
      return { headline: "Live", advice: "You are listening." };
    case "reconnecting":
      return {
        headline: "Reconnecting",
        advice: state.armed ? "The sound comes back by itself." : "One moment.",
      };
    case "full":
      return {
        headline: "The talk is full",
        advice: state.armed
          ? "As soon as somebody leaves, the sound starts by itself. Keep this page open."
          : "Press Listen to take the next place somebody leaves.",
      };
    case "ended":
      return {
        headline: "Ended",
        advice: "Thank you for listening. Should the speaker go live again, you can listen right here.",
      };
  }
}

function readyWords(state: Extract<TalkState, { status: "ready" }>): StatusWords {
  if (state.needsTap) {
    return { headline: "One more tap", advice: "A call or your browser stopped the sound. Press Listen to go on." };
  }
  if (state.paused) return { headline: "Paused", advice: "The speaker takes a break. Press Listen to be there after." };
  if (state.muted) return { headline: "Muted by the speaker", advice: "Press Listen to hear them when they go on." };
  return { headline: "Live", advice: state.standby ? "Press Listen to come back." : "Press Listen to hear the talk." };
}

/** Whether the control stops: something plays, or will by itself. */
export const isOn = (state: TalkState): boolean => state.status === "playing" || ("armed" in state && state.armed);

/** Whether the speaker can be heard by somebody right now. */
export const isOnAir = (state: TalkState): boolean =>
  (state.status === "ready" || state.status === "playing") && !state.muted && !state.paused;
