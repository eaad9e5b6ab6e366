/** A recording of what is sent, kept on the speaker's own disk (OPFS). Nothing here ever leaves the device. */
export { type FollowOptions, recordBroadcast } from "./follow.ts";
export { createRecorder, type RecordedTalk, type Recorder, type RecorderOptions } from "./recorder.ts";
export {
  createRecordingStore,
  type KeptRecording,
  type RecordingStore,
  type RecordingStoreState,
} from "./recording-store.ts";
export type { RecorderState, RecordingFailure } from "./state.ts";
