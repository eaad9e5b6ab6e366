import { expect, test } from "vitest";
import { type RecorderEvent, type RecorderState, transitionRecorder } from "./state.ts";

const idle: RecorderState = { status: "idle" };
const starting: RecorderState = { status: "starting" };
const recording: RecorderState = { status: "recording" };
const stopping: RecorderState = { status: "stopping" };
const failed: RecorderState = { status: "failed", code: "no-room" };
const other: RecorderState = { status: "failed", code: "storage-refused" };

const start: RecorderEvent = { type: "start" };
const started: RecorderEvent = { type: "started" };
const stop: RecorderEvent = { type: "stop" };
const stopped: RecorderEvent = { type: "stopped" };
const fails: RecorderEvent = { type: "failed", code: "storage-refused" };

/** Every pair; null: nothing happens. */
const table: readonly [RecorderState, RecorderEvent, RecorderState | null][] = [
  [idle, start, starting],
  [idle, started, null],
  [idle, stop, null],
  [idle, stopped, null],
  [idle, fails, null],
  [starting, start, null],
  [starting, started, recording],
  [starting, stop, stopping],
  [starting, stopped, null],
  [starting, fails, other],
  [recording, start, null],
  [recording, started, null],
  [recording, stop, stopping],
  [recording, stopped, null],
  [recording, fails, other],
  [stopping, start, starting],
  [stopping, started, null],
  [stopping, stop, null],
  [stopping, stopped, idle],
  [stopping, fails, other],
  [failed, start, starting],
  [failed, started, null],
  [failed, stop, idle],
  [failed, stopped, null],
  [failed, fails, null],
];

test.each(table)("%j, %j", (state, event, next) => {
  const result = transitionRecorder(state, event);
  if (next === null) expect(result).toBe(state);
  else expect(result).toEqual(next);
});
