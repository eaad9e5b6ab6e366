/** How often local-aws said no, by reason: `<service>:<AWS error type>`, or `<service>:<what was dropped in silence>`. */
export interface RefusalCounts {
  count(reason: string): void;
  byReason(): Readonly<Record<string, number>>;
}

export function createRefusalCounts(): RefusalCounts {
  const counts = new Map<string, number>();
  return {
    count: (reason) => void counts.set(reason, (counts.get(reason) ?? 0) + 1),
    byReason: () => Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
  };
}
