/** NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? 0)) / 2;
}

/** The value below which `share` (0…1) of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Prints the lines, and with `--json` the figures as one JSON object after them. */
export function print(lines: readonly string[], figures: Record<string, unknown>): void {
  for (const line of lines) console.log(line);
  if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
}
