import type { Container } from "./about.ts";

export interface RecordingFormat {
  mimeType: string;
  container: Container;
}

/** AAC first: every player opens it. Chromium on Linux and Firefox have no encoder for it; their WebM plays in browsers and VLC. */
const FORMATS: readonly RecordingFormat[] = [
  { mimeType: "audio/mp4;codecs=mp4a.40.2", container: "mp4" },
  { mimeType: "audio/webm;codecs=opus", container: "webm" },
  { mimeType: "audio/mp4", container: "mp4" },
];

/** The first of the formats that this browser records; null: none. */
export const chooseFormat = (isSupported: (mimeType: string) => boolean): RecordingFormat | null =>
  FORMATS.find(({ mimeType }) => isSupported(mimeType)) ?? null;
