/** `localStorage` or `sessionStorage`, or `null` where even looking at it throws (cookies blocked, sandboxed frames). */
export function browserStorage(name: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
