/** What is needed of `Storage`, which only projects for browsers know. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** `localStorage` or `sessionStorage`, or `null` where even looking at it throws (cookies blocked, sandboxed frames). */
export function browserStorage(name: "localStorage" | "sessionStorage"): KeyValueStorage | null {
  try {
    return (globalThis as Partial<Record<typeof name, KeyValueStorage>>)[name] ?? null;
  } catch {
    return null;
  }
}

export interface StoredItem {
  /** `null` where nothing is stored, or storage is forbidden. */
  read(): string | null;
  /** Does nothing where storage is forbidden or full. */
  write(text: string): void;
  remove(): void;
}

/** One item of a storage, for values that one can do without: nothing throws. @param storage - default `localStorage` */
export function openStoredItem(key: string, storage?: KeyValueStorage | null): StoredItem {
  const attempt = <T>(access: (where: KeyValueStorage) => T): T | null => {
    try {
      const where = storage === undefined ? browserStorage("localStorage") : storage;
      return where && access(where);
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt((where) => where.getItem(key)),
    write: (text) => void attempt((where) => where.setItem(key, text)),
    remove: () => void attempt((where) => where.removeItem(key)),
  };
}
