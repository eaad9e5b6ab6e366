const DATABASE = "lectern";
const STORE = "keys";
const KEY = "token-vault";
/** Safari has been seen to leave `indexedDB.open` unanswered; then nothing is kept on disk. */
const TIMEOUT_MS = 3_000;

/**
 * This browser's own key: made once, non-extractable, kept in IndexedDB as a `CryptoKey`, so that no script can read
 * its bytes and no copy of localStorage brings it along. `null` where IndexedDB or WebCrypto is forbidden or broken.
 */
export async function openDeviceKey(factory: IDBFactory | undefined): Promise<CryptoKey | null> {
  if (factory === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  try {
    return await Promise.race([readOrMakeKey(factory), giveUp]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function readOrMakeKey(factory: IDBFactory): Promise<CryptoKey> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    // Made before the transaction begins, even if it is not needed: a transaction would end while WebCrypto works.
    const fresh = await crypto.subtle.importKey("raw", crypto.getRandomValues(new Uint8Array(32)), "HKDF", false, [
      "deriveKey",
    ]);
    // One readwrite transaction, so that of two tabs opened together only one writes its key.
    const store = database.transaction(STORE, "readwrite").objectStore(STORE);
    const kept: unknown = await settled(store.get(KEY));
    if (kept instanceof CryptoKey) return kept;
    await settled(store.put(fresh, KEY));
    return fresh;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
