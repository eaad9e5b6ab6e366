import { ABOUT_FILE, recordingsFolder, SOUND_FILE } from "./folders.ts";
import type { RecordingFailure } from "./state.ts";
import { openSyncFile, type SyncFile, writeAll } from "./sync-file.ts";

export type ToWriter = { type: "begin"; id: string; about: string } | { type: "append"; chunk: Blob } | { type: "end" };
export type FromWriter = { type: "begun" } | { type: "ended" } | { type: "failed"; code: RecordingFailure };

let sound: SyncFile | null = null;
let size = 0;

const say = (message: FromWriter): void => self.postMessage(message);

async function take(message: ToWriter): Promise<void> {
  switch (message.type) {
    case "begin": {
      const folder = await (await recordingsFolder()).getDirectoryHandle(message.id, { create: true });
      const about = await openSyncFile(folder, ABOUT_FILE);
      writeAll(about, new TextEncoder().encode(message.about), 0);
      about.flush();
      about.close();
      sound = await openSyncFile(folder, SOUND_FILE);
      return say({ type: "begun" });
    }
    case "append": {
      if (!sound) return;
      const bytes = new Uint8Array(await message.chunk.arrayBuffer());
      writeAll(sound, bytes, size);
      // Not only a crash of the tab: the machine's power may go.
      sound.flush();
      size += bytes.byteLength;
      return;
    }
    case "end":
      sound?.close();
      sound = null;
      return say({ type: "ended" });
  }
}

function fail(error: unknown): void {
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  try {
    // Half a chunk would end the sound for a player.
    if (isFull) sound?.truncate(size);
    sound?.close();
  } catch {
    // What was flushed is kept all the same.
  }
  sound = null;
  say({ type: "failed", code: isFull ? "no-room" : "storage-refused" });
}

/** One after the other, as they came. */
let last = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<ToWriter>) => {
  last = last.then(() => take(data)).catch(fail);
});
