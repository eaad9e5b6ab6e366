import type { Buffering } from "@lectern/live/listening";
import { openStoredItem, parseJson } from "@lectern/primitives";

const item = openStoredItem("lectern.listening");

export interface ListeningPreference {
  buffering: Buffering;
  /** Where the sound comes out; "" is the system's own choice. */
  outputId: string;
}

/** What was chosen last in this browser; the defaults where nothing was, or storage is forbidden. */
export function readPreference(): ListeningPreference {
  const kept = Object(parseJson(item.read() ?? "")) as Partial<Record<keyof ListeningPreference, unknown>>;
  return {
    buffering: kept.buffering === "steady" ? "steady" : "low-delay",
    outputId: typeof kept.outputId === "string" ? kept.outputId : "",
  };
}

/** Remembers a change for the next talk. */
export function keepPreference(change: Partial<ListeningPreference>): void {
  item.write(JSON.stringify({ ...readPreference(), ...change }));
}
