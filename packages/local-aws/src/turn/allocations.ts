const NEW = /session (\d+): new, realm=/;
const ENDED = /session (\d+): (?:closed |refreshed, .*lifetime=0\s*$)/;

/** How many allocations live, read from what coturn's verbose log says of each session. */
export function countAllocations(log: string): number {
  const live = new Set<string>();
  for (const line of log.split("\n")) {
    const [, begun] = NEW.exec(line) ?? [];
    if (begun !== undefined) live.add(begun);
    const [, ended] = ENDED.exec(line) ?? [];
    if (ended !== undefined) live.delete(ended);
  }
  return live.size;
}
