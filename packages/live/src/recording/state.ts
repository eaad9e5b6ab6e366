/** Why nothing more is recorded. The talk goes on in any case. */
export type RecordingFailure =
  /** The disk, or this page's share of it, is full. */
  | "no-room"
  /** The browser keeps nothing for this page, or took away what it had. */
  | "storage-refused"
  /** The browser cannot record, or stopped. */
  | "recorder-failed";

export type RecorderState =
  | { status: "idle" }
  | { status: "starting" }
  | { status: "recording" }
  /** The last sound is on its way to the disk. */
  | { status: "stopping" }
  | { status: "failed"; code: RecordingFailure };

export type RecorderEvent =
  | { type: "start" }
  | { type: "started" }
  | { type: "stop" }
  | { type: "stopped" }
  | { type: "failed"; code: RecordingFailure };

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionRecorder(state: RecorderState, event: RecorderEvent): RecorderState {
  const isBusy = state.status === "starting" || state.status === "recording" || state.status === "stopping";
  switch (event.type) {
    case "start":
      // The one that is stopping ends by itself.
      return state.status === "starting" || state.status === "recording" ? state : { status: "starting" };
    case "started":
      return state.status === "starting" ? { status: "recording" } : state;
    case "stop":
      if (state.status === "failed") return { status: "idle" };
      return state.status === "starting" || state.status === "recording" ? { status: "stopping" } : state;
    case "stopped":
      return state.status === "stopping" ? { status: "idle" } : state;
    case "failed":
      return isBusy ? { status: "failed", code: event.code } : state;
  }
}
