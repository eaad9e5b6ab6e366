/** The marks and requests of a page's performance timeline, in ms since navigation. */
export interface Trace {
  marks: { name: string; startTime: number }[];
  requests: { name: string; startTime: number; durationMs: number }[];
}

const shorten = (url: string): string => {
  const { pathname, port } = new URL(url);
  return `${port ? `:${port}` : ""}${pathname}`.slice(0, 44);
};

/** Length of the longest chain of requests, each begun after the one before ended. */
function sequentialRoundTrips(requests: Trace["requests"]): number {
  let chain = 0;
  let freeAt = 0;
  for (const { startTime, durationMs } of requests.toSorted(
    (a, b) => a.startTime + a.durationMs - b.startTime - b.durationMs,
  )) {
    if (startTime < freeAt) continue;
    chain += 1;
    freeAt = startTime + durationMs;
  }
  return chain;
}

export function printTrace({ marks, requests }: Trace): void {
  const end = Math.max(...marks.map(({ startTime }) => startTime), 1);
  const column = (ms: number) => Math.round((ms / end) * 60);
  const rows = [
    ...requests.map(({ name, startTime, durationMs }) => ({ name: shorten(name), startTime, durationMs })),
    ...marks.map(({ name, startTime }) => ({ name, startTime, durationMs: 0 })),
  ].toSorted((a, b) => a.startTime - b.startTime);
  for (const { name, startTime, durationMs } of rows) {
    const bar = " ".repeat(column(startTime)) + (durationMs > 0 ? "─".repeat(Math.max(1, column(durationMs))) : "◆");
    console.log(`${startTime.toFixed(0).padStart(6)} ms  ${name.padEnd(46)} ${bar}`);
  }
  console.log(`${sequentialRoundTrips(requests)} HTTP requests in sequence\n`);
}
