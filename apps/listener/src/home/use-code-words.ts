import { useEffect, useState } from "react";
import type { CodeWords } from "./code-words.ts";

/** What knows the words of codes, once it has come; the form does without until then, and if it never does. */
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
