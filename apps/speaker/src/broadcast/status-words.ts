import type { BroadcastState } from "@lectern/live/broadcast";

export type OnAirState = Extract<BroadcastState, { status: "going-live" | "live" | "reconnecting" }>;

export interface StatusWords {
  /** The state, to be read at a glance. */
  headline: string;
  /** What it means for the listeners. */
  meaning: string;
  /** How the sign looks: lit, hollow, or off. */
  tone: "on-air" | "silent" | "rest";
}

export function statusWords(state: OnAirState): StatusWords {
  switch (state.status) {
    case "going-live":
      return { headline: "Going live", meaning: "One moment. Nobody hears you yet.", tone: "rest" };
    case "reconnecting":
      return {
        headline: "Reconnecting",
        meaning:
          state.reason === "signed-out" || state.reason === "credentials-refused"
            ? "Who hears you now still does; newcomers wait."
            : `Who hears you now still does; newcomers wait. Attempt ${state.attempt}.`,
        tone: state.muted || state.paused ? "silent" : "on-air",
      };
    case "live":
      if (state.paused) {
        return { headline: "Paused", meaning: "Nobody hears you. Your listeners are told to stay.", tone: "silent" };
      }
      if (state.muted) return { headline: "Muted", meaning: "You are on air, but nobody hears you.", tone: "silent" };
      return { headline: "On air", meaning: "Everyone who has the link can hear you.", tone: "on-air" };
  }
}
