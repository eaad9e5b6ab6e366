import type { Microphone, MicrophoneMode } from "@lectern/live/broadcast";
import { openStoredItem, parseJson } from "@lectern/primitives";

const item = openStoredItem("lectern.microphone");

export interface MicrophonePreference {
  deviceId: string | null;
  mode: MicrophoneMode;
}

/** The microphone used last in this browser. Storage may be forbidden: then there is none. */
export function readPreference(): MicrophonePreference {
  const kept = Object(parseJson(item.read() ?? "")) as Partial<Record<keyof MicrophonePreference, unknown>>;
  return {
    deviceId: typeof kept.deviceId === "string" ? kept.deviceId : null,
    mode: kept.mode === "music" ? "music" : "voice",
  };
}

/** Remembers what is chosen from now on. */
export function keepPreference(microphone: Pick<Microphone, "getState" | "subscribe">): void {
  microphone.subscribe(() => {
    const { status, selectedId, mode } = microphone.getState();
    if (status === "open") item.write(JSON.stringify({ deviceId: selectedId, mode }));
  });
}
