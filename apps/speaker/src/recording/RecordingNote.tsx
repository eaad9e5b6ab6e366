import type { Recorder } from "@lectern/live/recording";
import { useSyncExternalStore } from "react";
import { useWords } from "../words/index.ts";

/** On air: that it records, or that it no longer does. */
export function RecordingNote({ recorder }: { recorder: Recorder }) {
  const words = useWords().recording;
  const state = useSyncExternalStore(recorder.subscribe, recorder.getState);
  switch (state.status) {
    case "recording":
      return <p className="soft">{words.recording}</p>;
    case "failed":
      return (
        <p className="note" role="alert">
          {words.failures[state.code]}
        </p>
      );
    default:
      return null;
  }
}
