const NEW = /session (\d+): new, realm=/;
const ENDED = /session (\d+): (?:closed |refreshed, .*lifetime=0\b)/;
const QUOTA_REACHED = /ALLOCATE processed, error 486/;

/** The allocations of one coturn, followed through what it prints. */
export interface Allocations {
  /** What it printed next, cut anywhere. */
  read(text: string): void;
  live(): number;
  /** It has ended, and all with it. */
  clear(): void;
}

export function createAllocations(onQuotaReached: () => void): Allocations {
  const live = new Set<string>();
  let begun = "";

  const readLine = (line: string) => {
    const [, opened] = NEW.exec(line) ?? [];
    if (opened !== undefined) live.add(opened);
    const [, ended] = ENDED.exec(line) ?? [];
    if (ended !== undefined) live.delete(ended);
    if (QUOTA_REACHED.test(line)) onQuotaReached();
  };

  return {
    read(text) {
      const lines = (begun + text).split("\n");
      begun = lines.pop() ?? "";
      for (const line of lines) readLine(line);
    },
    live: () => live.size,
    clear: () => live.clear(),
  };
}
