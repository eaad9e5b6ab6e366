/** Letters put in, left out, changed, or swapped with their neighbour, that make one word of the other. */
export function typingErrors(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped ? at(i - 2, j - 2) + 1 : changed));
    }
  }
  return at(a.length, b.length);
}

const SOUNDS: readonly [RegExp, string][] = [
  [/^[gkp](?=n)|^w(?=r)|gh/g, ""],
  [/mb$/, "m"],
  [/wh/g, "w"],
  [/ph/g, "f"],
  [/sc?(?=[eiy])|c(?=[eiy])|z/g, "s"],
  [/ck|[cq]/g, "k"],
  [/x/g, "ks"],
  [/dge?|g(?=[eiy])/g, "j"],
  [/([^aeiouy])e$/, "$1"],
  [/[aeiouy]+/g, "a"],
  [/(.)\1/g, "$1"],
];

/** Roughly how an English word sounds: words that sound alike have the same, and some that do not. */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((sound, [spelled, heard]) => sound.replace(spelled, heard), word);
