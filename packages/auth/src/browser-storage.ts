/** `localStorage`, or `null` where even looking at it throws (cookies blocked, sandboxed frames). */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
