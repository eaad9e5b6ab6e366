const DATABASE = "lectern";
const STORE = "keys";
/** Safari has been seen to leave `indexedDB.open` unanswered; then nothing is kept on disk. */
const TIMEOUT_MS = 3_000;

/**
 * A key of this browser's own: made where there is none, non-extractable, kept in IndexedDB as a `CryptoKey`, so that no
 * script can read its bytes and no copy of localStorage brings it along. `null` where IndexedDB or WebCrypto is forbidden
 * or broken.
 */
export const openDeviceKey = (factory: IDBFactory | undefined, name: string): Promise<CryptoKey | null> =>
  inStore(factory, async (openStore) => {
    // Made before the transaction begins, even if it is not needed: a transaction would end while WebCrypto works.
    const fresh = await crypto.subtle.importKey("raw", crypto.getRandomValues(new Uint8Array(32)), "HKDF", false, [
      "deriveKey",
    ]);
    // One readwrite transaction, so that of two tabs opened together only one writes its key.
    const store = openStore();
    const kept: unknown = await settled(store.get(name));
    if (kept instanceof CryptoKey) return kept;
    await settled(store.put(fresh, name));
    return fresh;
  });

/** Whatever it sealed cannot be opened any more, by anybody. */
export async function deleteDeviceKey(factory: IDBFactory | undefined, name: string): Promise<void> {
  await inStore(factory, (openStore) => settled(openStore().delete(name)));
}

/** `null` where it fails, or takes too long. */
async function inStore<T>(
  factory: IDBFactory | undefined,
  work: (openStore: () => IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  if (factory === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  const run = async () => {
    const opening = factory.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await settled(opening);
    try {
      return await work(() => database.transaction(STORE, "readwrite").objectStore(STORE));
    } finally {
      database.close();
    }
  };
  try {
    return await Promise.race([run(), giveUp]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
