import type { BroadcastState, MicrophoneState } from "@lectern/live/broadcast";
import type { Words } from "../words/index.ts";

export type OnAirState = Extract<BroadcastState, { status: "going-live" | "live" | "reconnecting" }>;

/** Why nothing of the microphone reaches anybody: none is open, nothing comes in, or the system has taken it. */
export type Silence = "closed" | "nothing" | "taken";

export function silenceOf({ status, sound }: Pick<MicrophoneState, "status" | "sound">): Silence | null {
  if (status !== "open") return "closed";
  if (sound === "taken") return "taken";
  return sound === "none" ? "nothing" : null;
}

export interface StatusWords {
  /** The state, to be read at a glance. */
  headline: string;
  /** What it means for the listeners. */
  meaning: string;
  /** How the sign looks: lit, hollow, or off. */
  tone: "on-air" | "silent" | "rest";
}

export function statusWords(
  state: OnAirState,
  silence: Silence | null,
  words: Words["broadcast"]["status"],
): StatusWords {
  if (state.ending) return { ...words.ending, tone: "rest" };
  if (state.status === "going-live") return { ...words.goingLive, tone: "rest" };
  const silent = state.paused ? words.paused : state.muted ? words.muted : silence ? words.silent[silence] : null;
  switch (state.status) {
    case "reconnecting": {
      const { headline, meaning, attempt } = words.reconnecting;
      if (silent) return { headline, meaning: silent.meaning, tone: "silent" };
      const isRefused = state.reason === "signed-out" || state.reason === "credentials-refused";
      return { headline, meaning: isRefused ? meaning : attempt(state.attempt), tone: "on-air" };
    }
    case "live":
      return silent ? { ...silent, tone: "silent" } : { ...words.onAir, tone: "on-air" };
  }
}
