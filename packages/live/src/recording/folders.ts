/** Of the origin's private file system (OPFS): one folder per recording, and in it these files. */
const ALL = "recordings";
export const ABOUT_FILE = "about.json";
/** As it was recorded: whole up to the last chunk written, but not made for seeking. */
export const SOUND_FILE = "sound";
/** Made for download, for as long as a visit to the page. */
export const COPY_FILE = "copy";

/** @throws DOMException where the browser keeps nothing for this page. */
export async function recordingsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(ALL, { create: true });
}

/** Held by the page that writes this recording, and given back by the browser if that page crashes. */
export const lockName = (id: string): string => `lectern.recording.${id}`;
