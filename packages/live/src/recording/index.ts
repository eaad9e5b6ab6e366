/** A recording of what is sent, kept on the speaker's own disk (OPFS). Nothing here ever leaves the device. */
export { type FollowOptions, recordBroadcast } from "./follow.ts";
export { createRecorder, type RecordedTalk, type Recorder, type RecorderOptions } from "./recorder.ts";
export { createShelf, type KeptRecording, type Shelf, type ShelfState } from "./shelf.ts";
export type { RecorderState, RecordingFailure } from "./state.ts";
