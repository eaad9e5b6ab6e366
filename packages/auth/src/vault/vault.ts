import { type KeyValueStorage, oneByOne } from "@lectern/primitives";
import * as v from "valibot";
import { deleteDeviceKey, openDeviceKey } from "./device-key.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface VaultEnvironment {
  storage: KeyValueStorage | null;
  indexedDB: IDBFactory | undefined;
  /** Name of a key that other vaults use too, so that it is not deleted with the value. Default: a key of this vault's own. */
  sharedKey?: string;
}

/** Keeps one value from page to page as ciphertext (design §3). Nothing here ever throws or rejects. */
export interface Vault<T> {
  /** What was kept, or `null`: nothing, unreadable (other browser, changed key, damaged: then removed), or forbidden. */
  load(): Promise<T | null>;
  /** Writes one value after the other; with `null` the key goes too. Resolves to whether it is on disk. */
  save(value: T | null): Promise<boolean>;
}

/**
 * @param name - the localStorage item, its key's name, and what the ciphertext is bound to
 * @param encryptionKey - VITE_ENCRYPTION_KEY, one half of the key; the other is this browser's (`openDeviceKey`)
 */
export function createVault<const S extends v.GenericSchema>(
  name: string,
  schema: S,
  encryptionKey: string,
  { storage, indexedDB, sharedKey }: VaultEnvironment,
): Vault<v.InferOutput<S>> {
  const record = v.pipe(v.string(), v.parseJson(), schema);
  /** Anew each time: another tab may have signed out, and its key is gone. */
  const openSealing = async (): Promise<Sealing | null> => {
    const deviceKey = await openDeviceKey(indexedDB, sharedKey ?? name);
    return deviceKey && createSealing(deviceKey, encryptionKey, name);
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

  /** Another tab may have saved since. */
  const isKept = () => {
    try {
      return (storage?.getItem(name) ?? null) !== null;
    } catch {
      return false;
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
      if (sharedKey === undefined && !isKept()) await deleteDeviceKey(indexedDB, name);
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
