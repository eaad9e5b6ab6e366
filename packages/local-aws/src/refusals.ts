/** How often the stand-in said no, by reason: `<service>:<AWS error type>`, or `<service>:<what was dropped in silence>`. */
export interface Refusals {
  count(reason: string): void;
  byReason(): Readonly<Record<string, number>>;
}

export function createRefusals(): Refusals {
  const counts = new Map<string, number>();
  return {
    count: (reason) => void counts.set(reason, (counts.get(reason) ?? 0) + 1),
    byReason: () => Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
  };
}
