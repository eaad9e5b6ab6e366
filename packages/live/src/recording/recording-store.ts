import { createStore, type Readable } from "@lectern/primitives";
import { type About, fileName, readAbout } from "./about.ts";
import { ABOUT_FILE, COPY_FILE, lockName, recordingsFolder, SOUND_FILE } from "./folders.ts";
import { makeSeekable } from "./seekable.ts";

export interface KeptRecording {
  id: string;
  title: string;
  /** Epoch ms of this device. */
  startedAt: number;
  /** From the beginning to the last sound written, by this device's clock. */
  lengthMs: number;
}

export type RecordingStoreState =
  | { status: "looking" }
  /** The browser keeps nothing for this page: a private window, or forbidden. */
  | { status: "refused" }
  /** Newest first. */
  | { status: "open"; recordings: readonly KeptRecording[] };

/** The recordings this browser keeps of one account, those of pages that crashed among them. */
export interface RecordingStore extends Readable<RecordingStoreState> {
  /** Looks for what is there of this account, and clears away copies that an earlier visit made for download. */
  open(owner: string): Promise<void>;
  /** Looks again. */
  refresh(): Promise<void>;
  /** The recording as a file that players open and seek in; as it was recorded where no such copy can be made. null: it is gone. */
  take(id: string): Promise<File | null>;
  discard(id: string): Promise<void>;
  /** All of this account's, for an account that ends. */
  discardAll(): Promise<void>;
}

type Found = { id: string; about: About; sound: File };

export function createRecordingStore(): RecordingStore {
  const store = createStore<RecordingStoreState, RecordingStoreState>({ status: "looking" }, (_, next) => next);
  let owner: string | null = null;
  /** How often it was looked; an earlier look that ends later is dropped. */
  let looks = 0;

  async function look(visit: (folder: FileSystemDirectoryHandle) => Promise<void>): Promise<void> {
    const thisLook = ++looks;
    let next: RecordingStoreState = { status: "refused" };
    try {
      const all = await recordingsFolder();
      const recordings: KeptRecording[] = [];
      for (const id of await idle(all)) {
        const found = await find(all, id);
        if (found?.about.owner !== owner) continue;
        await visit(await all.getDirectoryHandle(id));
        const { title, startedAt } = found.about;
        recordings.push({ id, title, startedAt, lengthMs: Math.max(0, found.sound.lastModified - startedAt) });
      }
      next = { status: "open", recordings: [...recordings].sort((a, b) => b.startedAt - a.startedAt) };
    } catch {
      // The browser does not let this page keep files: the state says "refused".
    }
    if (thisLook === looks) store.dispatch(next);
  }

  async function remove(ids: readonly string[]): Promise<void> {
    const all = await recordingsFolder().catch(() => null);
    for (const id of ids) await all?.removeEntry(id, { recursive: true }).catch(() => undefined);
    await refresh();
  }

  const refresh = () => look(() => Promise.resolve());

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open(next) {
      // Another account's recordings must not be seen while this one's are looked for.
      if (next !== owner) store.dispatch({ status: "looking" });
      owner = next;
      return look((folder) => folder.removeEntry(COPY_FILE).catch(() => undefined));
    },
    refresh,
    async take(id) {
      try {
        const all = await recordingsFolder();
        const found = await find(all, id);
        if (!found) return null;
        const { about, sound } = found;
        const type = `audio/${about.container}`;
        if (!(await makeSeekable(id, about.container))) return new File([sound], fileName(about), { type });
        const copy = await fileIn(await all.getDirectoryHandle(id), COPY_FILE);
        return new File([copy], fileName(about), { type });
      } catch {
        return null;
      }
    },
    discard: (id) => remove([id]),
    discardAll() {
      const state = store.getState();
      return remove(state.status === "open" ? state.recordings.map(({ id }) => id) : []);
    },
  };
}

/** Every recording that no page is writing. */
async function idle(all: FileSystemDirectoryHandle): Promise<string[]> {
  const locks = await navigator.locks?.query().catch(() => null);
  const held = new Set(locks?.held?.map(({ name }) => name));
  const ids: string[] = [];
  for await (const id of all.keys()) if (!held.has(lockName(id))) ids.push(id);
  return ids;
}

const fileIn = async (folder: FileSystemDirectoryHandle, name: string): Promise<File> =>
  (await folder.getFileHandle(name)).getFile();

/** null: not a recording, or one without a sound. */
async function find(all: FileSystemDirectoryHandle, id: string): Promise<Found | null> {
  try {
    const folder = await all.getDirectoryHandle(id);
    const about = readAbout(await (await fileIn(folder, ABOUT_FILE)).text());
    const sound = await fileIn(folder, SOUND_FILE);
    return about && sound.size > 0 ? { id, about, sound } : null;
  } catch {
    return null;
  }
}
