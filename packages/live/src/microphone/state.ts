import type { LiveErrorCode } from "../errors.ts";

/** Voice: mono 32 kbit/s with echo cancellation, noise suppression and gain control. Music: stereo 128 kbit/s with none of them. */
export type MicrophoneMode = "voice" | "music";

export interface MicrophoneDevice {
  id: string;
  /** As the browser names it; empty until the microphone was allowed once. */
  label: string;
}

export interface MicrophoneState {
  status: "idle" | "asking" | "open" | "denied" | "missing" | "failed";
  /** Known (with labels) once a microphone was opened. */
  devices: readonly MicrophoneDevice[];
  /** The device in use or chosen; null: the system's default. */
  selectedId: string | null;
  mode: MicrophoneMode;
  /** Why, in denied, missing and failed; null otherwise. */
  code: LiveErrorCode | null;
}

export type MicrophoneEvent =
  | { type: "asking" }
  | { type: "opened"; deviceId: string | null }
  | { type: "refused"; code: "microphone-denied" | "microphone-missing" | "microphone-failed" | "not-supported" }
  | { type: "devices"; devices: readonly MicrophoneDevice[] }
  | { type: "selected"; deviceId: string | null }
  | { type: "mode"; mode: MicrophoneMode }
  | { type: "closed" };

export const initialMicrophone: MicrophoneState = {
  status: "idle",
  devices: [],
  selectedId: null,
  mode: "voice",
  code: null,
};

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionMicrophone(state: MicrophoneState, event: MicrophoneEvent): MicrophoneState {
  switch (event.type) {
    case "asking":
      return state.status === "asking" ? state : { ...state, status: "asking", code: null };
    case "opened":
      if (state.status !== "asking") return state;
      return { ...state, status: "open", selectedId: event.deviceId ?? state.selectedId };
    case "refused": {
      if (state.status === "idle") return state;
      const { code } = event;
      const status = code === "microphone-denied" ? "denied" : code === "microphone-missing" ? "missing" : "failed";
      return state.status === status ? state : { ...state, status, code };
    }
    case "devices":
      return { ...state, devices: event.devices };
    case "selected":
      return state.selectedId === event.deviceId ? state : { ...state, selectedId: event.deviceId };
    case "mode":
      return state.mode === event.mode ? state : { ...state, mode: event.mode };
    case "closed":
      return state.status === "idle" ? state : { ...state, status: "idle", code: null };
  }
}
