/** A performance mark for the first time each step towards sound is reached, `lectern:<step>`, for the join bench. */
export interface Marks {
  note(step: string): void;
  clear(): void;
}

export function createMarks(mark: (name: string) => void): Marks {
  const noted = new Set<string>();
  return {
    note(step) {
      if (noted.has(step)) return;
      noted.add(step);
      mark(`lectern:${step}`);
    },
    clear: () => noted.clear(),
  };
}
