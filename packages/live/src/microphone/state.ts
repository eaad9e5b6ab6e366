import type { LiveErrorCode } from "../errors.ts";

/** Voice: mono 32 kbit/s with echo cancellation, noise suppression and gain control. Music: stereo 128 kbit/s with none of them. */
export type MicrophoneMode = "voice" | "music";

export interface MicrophoneDevice {
  id: string;
  /** As the browser names it; empty until the microphone was allowed once. */
  label: string;
}

/** Which microphone, and what for. */
interface Choice {
  /** null: the system's default. */
  selectedId: string | null;
  mode: MicrophoneMode;
}

type Refusal = Extract<
  LiveErrorCode,
  "microphone-denied" | "microphone-missing" | "microphone-failed" | "not-supported"
>;

export interface MicrophoneState extends Choice {
  status: "idle" | "asking" | "open" | "denied" | "missing" | "failed";
  /** Known (with labels) once a microphone was opened. */
  devices: readonly MicrophoneDevice[];
  /** The open one: another than the chosen one where that is not there. null while none is open, or if the browser does not say. */
  usedId: string | null;
  /** What was chosen while a microphone is open, which serves until that one is open as well. */
  change: Choice | null;
  /** Why, in denied, missing and failed; in open: why the last change was refused. null otherwise. */
  code: Refusal | null;
  /** What comes from the open one. "none": digital silence for seconds. "taken": the system has taken it, for a call perhaps. */
  sound: "unknown" | "some" | "none" | "taken";
}

export type MicrophoneEvent =
  | { type: "asking" }
  | { type: "opened"; deviceId: string | null }
  /** A change, or being opened. */
  | { type: "refused"; code: Refusal }
  /** The open one ended. */
  | { type: "lost" }
  | { type: "devices"; devices: readonly MicrophoneDevice[] }
  | { type: "chosen"; choice: Partial<Choice> }
  | { type: "sound"; sound: MicrophoneState["sound"] }
  | { type: "closed" };

export const initialMicrophone: MicrophoneState = {
  status: "idle",
  devices: [],
  selectedId: null,
  usedId: null,
  mode: "voice",
  change: null,
  code: null,
  sound: "unknown",
};

/** What is to be opened. */
export const wantedOf = ({ change, selectedId, mode }: MicrophoneState): Choice => change ?? { selectedId, mode };

/** Chromium's name for whatever the system's default is. */
const DEFAULT = "default";

/** Whether another microphone stands in for the chosen one, which is not there. */
export const isReplaced = ({ status, selectedId, usedId, devices }: MicrophoneState): boolean =>
  status === "open" &&
  selectedId !== null &&
  usedId !== null &&
  usedId !== selectedId &&
  devices.length > 0 &&
  devices.every(({ id }) => id !== selectedId);

/** Whether what is open is no longer what was chosen, now that the devices are others: the chosen one is back, or the default is another. */
export function isOutdated(before: MicrophoneState, { status, usedId, selectedId, devices }: MicrophoneState): boolean {
  if (status !== "open") return false;
  if (isReplaced(before) && devices.some(({ id }) => id === selectedId)) return true;
  const labelOf = (list: readonly MicrophoneDevice[]) => list.find(({ id }) => id === DEFAULT)?.label;
  const [was, is] = [labelOf(before.devices), labelOf(devices)];
  return usedId === DEFAULT && was !== undefined && is !== undefined && was !== is;
}

const statusOf = { "microphone-denied": "denied", "microphone-missing": "missing" } as const;

function refuse(state: MicrophoneState, code: Refusal): MicrophoneState {
  // What works goes on.
  if (state.status === "open") return { ...state, change: null, code };
  const status = code in statusOf ? statusOf[code as keyof typeof statusOf] : "failed";
  return state.status === status && state.code === code ? state : { ...state, status, code };
}

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionMicrophone(state: MicrophoneState, event: MicrophoneEvent): MicrophoneState {
  const { status } = state;
  switch (event.type) {
    case "asking":
      return status === "asking" || status === "open" ? state : { ...state, status: "asking", code: null };
    case "opened": {
      if (status === "idle") return state;
      const open = { status: "open", usedId: event.deviceId, change: null, code: null, sound: "unknown" } as const;
      return { ...state, ...wantedOf(state), ...open };
    }
    case "refused":
      return status === "idle" ? state : refuse(state, event.code);
    case "lost":
      if (status !== "open") return state;
      return {
        ...state,
        ...wantedOf(state),
        status: "asking",
        usedId: null,
        change: null,
        code: null,
        sound: "unknown",
      };
    case "devices":
      return { ...state, devices: event.devices };
    case "chosen": {
      const choice = { ...wantedOf(state), ...event.choice };
      const isAsWanted = choice.selectedId === wantedOf(state).selectedId && choice.mode === wantedOf(state).mode;
      if (status === "open") return { ...state, change: choice, code: null };
      return isAsWanted ? state : { ...state, ...choice };
    }
    case "sound":
      return status !== "open" || state.sound === event.sound ? state : { ...state, sound: event.sound };
    case "closed":
      if (status === "idle") return state;
      return { ...state, status: "idle", usedId: null, change: null, code: null, sound: "unknown" };
  }
}
