import { createFormats } from "@lectern/i18n";
import type { RecordingFailure } from "@lectern/live/recording";

const { dateTime, plural } = createFormats("en");

const lengthOf = (minutes: number): string =>
  minutes < 1 ? "under a minute" : plural(minutes, { other: "about # min" });

/** Recordings that stay on this device. */
export const recording = {
  keep: "Keep a recording on this device",
  keepHint: "In this browser, never uploaded.",
  refused: "This browser keeps no recordings here. A window that is not private may.",
  recording: "Recording on this device.",
  failures: {
    "no-room": "The recording stopped because this device has no room left; your talk goes on.",
    "storage-refused": "The recording stopped because this browser does not let it be kept; your talk goes on.",
    "recorder-failed": "The recording stopped because this browser could not go on with it; your talk goes on.",
  } satisfies Record<RecordingFailure, string>,
  title: "Your recordings",
  lead: "Kept on this device, in this browser, never uploaded. They stay until you discard them.",
  /** @param startedAt - epoch ms; @param minutes - rounded, 0 is less than one */
  whenAndLong: (startedAt: number, minutes: number) => `${dateTime(startedAt)}, ${lengthOf(minutes)}`,
  gone: "It is not there any more, or cannot be read.",
  preparing: "Preparing…",
  download: "Download",
  discard: "Discard",
  ask: {
    title: "Discard this recording?",
    text: "There is no other copy, unless you downloaded one and it opens.",
    no: "Keep it",
    yes: "Discard for good",
  },
};
