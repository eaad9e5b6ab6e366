import { useCallback, useEffect, useState } from "react";
import { type ProblemCode, problemCodeOf } from "./codes.ts";

export interface Loaded<T> {
  /** null until read. */
  value: T | null;
  /** Why it could not be read. */
  problem: ProblemCode | null;
  reload(): Promise<void>;
}

/** Read when the page opens, and whenever it is asked for again. @param load - must be stable between renders */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const reload = useCallback(async () => {
    setProblem(null);
    try {
      setValue(await load());
    } catch (error) {
      setProblem(problemCodeOf(error));
    }
  }, [load]);
  useEffect(() => void reload(), [reload]);
  return { value, problem, reload };
}
