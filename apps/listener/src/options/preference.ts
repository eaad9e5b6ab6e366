import type { Buffering } from "@lectern/live/listening";

const KEY = "lectern.listening";

export interface ListeningPreference {
  buffering: Buffering;
  /** Where the sound comes out; "" is the system's own choice. */
  outputId: string;
}

/** What was chosen last in this browser. Storage may be forbidden: then it is the usual. */
export function readPreference(): ListeningPreference {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { buffering, outputId } = kept as Partial<Record<keyof ListeningPreference, unknown>>;
    return {
      buffering: buffering === "steady" ? "steady" : "low-delay",
      outputId: typeof outputId === "string" ? outputId : "",
    };
  } catch {
    return { buffering: "low-delay", outputId: "" };
  }
}

/** Remembers a change for the next talk. */
export function keepPreference(change: Partial<ListeningPreference>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreference(), ...change }));
  } catch {
    // Storage is forbidden or full, so it is not remembered.
  }
}
