import type { Clock } from "./http/service.ts";

type Found<T> = { status: "found"; value: T } | { status: "expired"; value: T } | { status: "unknown" };

/** Values that expire, each at its own time. */
export interface ExpiringMap<T> {
  set(key: string, value: T, lifeMs: number): void;
  get(key: string): Found<T>;
  delete(key: string): void;
  /** How many it remembers, expired ones included. */
  size(): number;
}

/** An expired value is remembered for another `rememberedMs`, so that its holder is told "expired" and not "unknown". */
export function createExpiringMap<T>(clock: Clock, rememberedMs = 0): ExpiringMap<T> {
  const entries = new Map<string, { value: T; expiresAt: number }>();
  return {
    set(key, value, lifeMs) {
      const now = clock.now();
      for (const [old, { expiresAt }] of entries) if (expiresAt + rememberedMs <= now) entries.delete(old);
      entries.set(key, { value, expiresAt: now + lifeMs });
    },
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return { status: "unknown" };
      return { status: entry.expiresAt > clock.now() ? "found" : "expired", value: entry.value };
    },
    delete: (key) => void entries.delete(key),
    size: () => entries.size,
  };
}
