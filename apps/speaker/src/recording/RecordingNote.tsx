import type { Recorder, RecordingFailure } from "@lectern/live/recording";
import { useSyncExternalStore } from "react";

const failureWords: Record<RecordingFailure, string> = {
  "no-room": "The recording stopped because this device has no room left; your talk goes on.",
  "storage-refused": "The recording stopped because this browser does not let it be kept; your talk goes on.",
  "recorder-failed": "The recording stopped because this browser could not go on with it; your talk goes on.",
};

/** On air: that it records, or that it no longer does. */
export function RecordingNote({ recorder }: { recorder: Recorder }) {
  const state = useSyncExternalStore(recorder.subscribe, recorder.getState);
  switch (state.status) {
    case "recording":
      return <p className="soft">Recording on this device.</p>;
    case "failed":
      return (
        <p className="note" role="alert">
          {failureWords[state.code]}
        </p>
      );
    default:
      return null;
  }
}
