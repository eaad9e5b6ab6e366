import { useEffect, useState } from "react";
import type { CodeWords } from "./code-words.ts";

/** Completion and correction of words; null until loaded, and if that fails. The form works without. */
export function useCodeWords(): CodeWords | null {
  const [words, setWords] = useState<CodeWords | null>(null);
  useEffect(() => {
    let shown = true;
    import("./code-words.ts").then(
      (loaded) => shown && setWords(loaded.codeWords),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return words;
}
