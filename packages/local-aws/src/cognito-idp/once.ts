import { randomBytes } from "node:crypto";
import type { Clock } from "../http/service.ts";

type Found<T> = { status: "found"; value: T } | { status: "expired" } | { status: "unknown" };

/** Values kept under an unguessable key, each to be taken once and within its life. */
export interface Once<T> {
  /** The key: base64 of `bytes` random bytes. */
  keep(value: T): string;
  /** The value, which stays. */
  read(key: string): Found<T>;
  take(key: string): Found<T>;
}

export function createOnce<T>(clock: Clock, lifeMs: number, bytes: number): Once<T> {
  const kept = new Map<string, { value: T; expiresAt: number }>();
  const read = (key: string): Found<T> => {
    const entry = kept.get(key);
    if (entry === undefined) return { status: "unknown" };
    return entry.expiresAt > clock.now() ? { status: "found", value: entry.value } : { status: "expired" };
  };
  return {
    keep(value) {
      for (const [key, { expiresAt }] of kept) {
        // Insertion order is order of expiry; those long gone are forgotten, the others can still be told "expired".
        if (expiresAt + lifeMs > clock.now()) break;
        kept.delete(key);
      }
      const key = randomBytes(bytes).toString("base64");
      kept.set(key, { value, expiresAt: clock.now() + lifeMs });
      return key;
    },
    read,
    take(key) {
      const found = read(key);
      kept.delete(key);
      return found;
    },
  };
}
