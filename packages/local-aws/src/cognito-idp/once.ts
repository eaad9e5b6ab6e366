import { randomBytes } from "node:crypto";
import type { Clock } from "../http/service.ts";

/** Values kept under an unguessable key, each to be taken once and within its life. */
export interface Once<T> {
  /** The key: base64 of `bytes` random bytes. */
  keep(value: T): string;
  take(key: string): { status: "taken"; value: T } | { status: "expired" } | { status: "unknown" };
}

export function createOnce<T>(clock: Clock, lifeMs: number, bytes: number): Once<T> {
  const kept = new Map<string, { value: T; expiresAt: number }>();
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
    take(key) {
      const entry = kept.get(key);
      if (entry === undefined) return { status: "unknown" };
      kept.delete(key);
      return entry.expiresAt > clock.now() ? { status: "taken", value: entry.value } : { status: "expired" };
    },
  };
}
