import { type KeyValueStorage, oneByOne } from "@lectern/primitives";
import * as v from "valibot";
import { openDeviceKey } from "./device-key.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface VaultEnvironment {
  storage: KeyValueStorage | null;
  indexedDB: IDBFactory | undefined;
}

/** Keeps one value from page to page as ciphertext (design §3). Nothing here ever throws or rejects. */
export interface Vault<T> {
  /** What was kept, or `null`: nothing, unreadable (other browser, changed key, damaged: then removed), or forbidden. */
  load(): Promise<T | null>;
  /** Writes one value after the other. Resolves to whether it is on disk. */
  save(value: T | null): Promise<boolean>;
}

/**
 * @param name - the localStorage item, and what the ciphertext is bound to
 * @param encryptionKey - VITE_ENCRYPTION_KEY, one half of the key; the other is this browser's (`openDeviceKey`)
 */
export function createVault<const S extends v.GenericSchema>(
  name: string,
  schema: S,
  encryptionKey: string,
  { storage, indexedDB }: VaultEnvironment,
): Vault<v.InferOutput<S>> {
  const record = v.pipe(v.string(), v.parseJson(), schema);
  let sealing: Promise<Sealing | null> | null = null;

  const openSealing = () => {
    sealing ??= openDeviceKey(indexedDB)
      .then((key) => (key === null ? null : createSealing(key, encryptionKey, name)))
      .catch(() => null);
    return sealing;
  };
  /** Else a slow encryption could overwrite a later sign-out. */
  const enqueue = oneByOne();
  const remove = () => {
    try {
      storage?.removeItem(name);
    } catch {
      // Where storage is forbidden, nothing was kept.
    }
  };

  async function read(): Promise<v.InferOutput<S> | null> {
    const sealed = storage?.getItem(name) ?? null;
    const opener = sealed === null ? null : await openSealing();
    if (sealed === null || opener === null) return null;
    const opened = v.safeParse(record, await opener.open(sealed));
    if (opened.success) return opened.output;
    remove();
    return null;
  }

  async function write(value: v.InferOutput<S> | null): Promise<boolean> {
    if (value === null) {
      remove();
      return true;
    }
    const sealer = await openSealing();
    if (sealer === null || storage === null) return false;
    storage.setItem(name, await sealer.seal(JSON.stringify(value)));
    return true;
  }

  return {
    load: () => enqueue(() => read().catch(() => null)),
    save(value) {
      // At once, because the page may close now; and again after whatever is being written.
      if (value === null) remove();
      return enqueue(() =>
        write(value).catch(() => {
          // The older value would be outdated.
          remove();
          return false;
        }),
      );
    },
  };
}
