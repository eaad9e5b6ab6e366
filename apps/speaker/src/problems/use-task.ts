import { useState } from "react";
import { useWords, type Words } from "../words/index.ts";
import { type ProblemCode, problemCodeOf } from "./codes.ts";

/** A sentence in the language of the moment it is shown. */
type Note = (words: Words) => string;

/** Work that takes a moment and may fail, one at a time, and its outcome. */
export interface Task {
  busy: boolean;
  problem: ProblemCode | null;
  /** What went well, if it is worth a sentence. */
  note: string | null;
  /** Does nothing while busy. The sentence `work` resolves to is said. */
  run(work: () => Promise<Note | null>): void;
  clear(): void;
}

/** @param onProblem - called before a problem is shown */
export function useTask(initialProblem: ProblemCode | null = null, onProblem?: (code: ProblemCode) => void): Task {
  const words = useWords();
  const [state, setState] = useState<Pick<Task, "busy" | "problem"> & { note: Note | null }>({
    busy: false,
    problem: initialProblem,
    note: null,
  });
  const run = async (work: () => Promise<Note | null>) => {
    if (state.busy) return;
    setState({ busy: true, problem: null, note: null });
    try {
      const note = await work();
      setState({ busy: false, problem: null, note });
    } catch (error) {
      const problem = problemCodeOf(error);
      onProblem?.(problem);
      setState({ busy: false, problem, note: null });
    }
  };
  return {
    ...state,
    note: state.note?.(words) ?? null,
    run: (work) => void run(work),
    clear: () => setState({ busy: false, problem: null, note: null }),
  };
}
