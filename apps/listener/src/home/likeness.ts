/** Letters put in, left out, changed, or swapped with their neighbour, that make one word of the other. */
export function typingErrors(a: string, b: string): number {
  let [twoBefore, before]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const others = swapped ? Math.min(changed, (twoBefore[j - 2] ?? 0) + 1) : changed;
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, others));
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length] ?? 0;
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
