import type { Microphone, MicrophoneMode } from "@lectern/live/broadcast";

const KEY = "lectern.microphone";

export interface MicrophonePreference {
  deviceId: string | null;
  mode: MicrophoneMode;
}

/** The microphone used last in this browser. Storage may be forbidden: then there is none. */
export function readPreference(): MicrophonePreference {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { deviceId, mode } = kept as Partial<Record<keyof MicrophonePreference, unknown>>;
    return { deviceId: typeof deviceId === "string" ? deviceId : null, mode: mode === "music" ? "music" : "voice" };
  } catch {
    return { deviceId: null, mode: "voice" };
  }
}

/** Remembers what is chosen from now on. */
export function keepPreference(microphone: Pick<Microphone, "getState" | "subscribe">): void {
  microphone.subscribe(() => {
    const { status, selectedId, mode } = microphone.getState();
    if (status !== "open") return;
    try {
      localStorage.setItem(KEY, JSON.stringify({ deviceId: selectedId, mode }));
    } catch {
      // Storage is forbidden or full, so it is not remembered.
    }
  });
}
