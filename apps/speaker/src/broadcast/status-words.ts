import type { BroadcastState } from "@lectern/live/broadcast";
import type { Words } from "../words/index.ts";

export type OnAirState = Extract<BroadcastState, { status: "going-live" | "live" | "reconnecting" }>;

export interface StatusWords {
  /** The state, to be read at a glance. */
  headline: string;
  /** What it means for the listeners. */
  meaning: string;
  /** How the sign looks: lit, hollow, or off. */
  tone: "on-air" | "silent" | "rest";
}

export function statusWords(state: OnAirState, words: Words["broadcast"]["status"]): StatusWords {
  switch (state.status) {
    case "going-live":
      return { ...words.goingLive, tone: "rest" };
    case "reconnecting": {
      const { headline, meaning, attempt } = words.reconnecting;
      const isRefused = state.reason === "signed-out" || state.reason === "credentials-refused";
      return {
        headline,
        meaning: isRefused ? meaning : attempt(state.attempt),
        tone: state.muted || state.paused ? "silent" : "on-air",
      };
    }
    case "live":
      if (state.paused) return { ...words.paused, tone: "silent" };
      if (state.muted) return { ...words.muted, tone: "silent" };
      return { ...words.onAir, tone: "on-air" };
  }
}
