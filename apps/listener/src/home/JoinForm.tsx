import { Button, TextField } from "@lectern/ui";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useWords, type Words } from "../words/index.ts";
import type { Doubt } from "./code-words.ts";
import { pathOfSession, readSessionCode } from "./session-code.ts";
import { useCodeWords } from "./use-code-words.ts";
import { WordChoice } from "./WordChoice.tsx";

/** How many words are shown at once: one row on a phone. */
const PLACES = 4;
/** Nothing is announced before typing has paused for this long. */
const PAUSE_MS = 700;

type Problem = { kind: "empty" } | { kind: "no-code" } | Doubt;

function textOf(problem: Problem, words: Words["home"]): string {
  switch (problem.kind) {
    case "empty":
      return words.missing;
    case "no-code":
      return words.unfit;
    case "more-words":
      return words.didYouMeanCode(problem.nearest[0]);
    case "unknown-word": {
      const [only, ...others] = problem.nearest;
      if (only === undefined) return words.unknownWord(problem.word);
      return others.length === 0 ? words.didYouMean(problem.word, only) : words.didYouMeanOne(problem.word);
    }
  }
}

/** Where a code somebody said aloud is typed. */
export function JoinForm({ open = (path: string) => location.assign(path) }) {
  const words = useWords().home;
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const joinButton = useRef<HTMLButtonElement>(null);
  const codeWords = useCodeWords();

  const doubtful = problem && "nearest" in problem ? problem : null;
  const completions = problem ? [] : (codeWords?.completionsOf(typed, PLACES) ?? []);
  const said = useAfterPause(completions.length <= PLACES ? completions.join(", ") : "");

  const change = (next: string, nextProblem: Problem | null = null) => {
    setTyped(next);
    setProblem(nextProblem);
  };
  // A link was pasted, not typed.
  const doubt = (code: string) => (typed.includes("/") ? null : (codeWords?.doubtOf(code) ?? null));
  const join = (event: FormEvent) => {
    event.preventDefault();
    const code = readSessionCode(typed);
    if (!code) {
      setProblem({ kind: typed.trim() === "" ? "empty" : "no-code" });
      return;
    }
    const found = doubtful?.code === code ? null : doubt(code);
    setProblem(found);
    if (!found) open(pathOfSession(code));
  };
  const choose = (word: string) => {
    if (!codeWords) return;
    const next = doubtful ? codeWords.correct(doubtful, word) : codeWords.complete(typed, word);
    const nextProblem = doubtful ? doubt(next) : null;
    change(next, nextProblem);
    const ready = !nextProblem && !next.endsWith("-");
    (ready ? joinButton : field).current?.focus();
  };

  return (
    <form className="stack join-form" onSubmit={join} noValidate>
      <div className="stack-tight">
        <TextField
          ref={field}
          label={words.code}
          hint={problem ? undefined : words.hint}
          problem={problem ? textOf(problem, words) : undefined}
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
          dir="ltr"
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
        />
        <WordChoice label={words.choose} words={doubtful?.nearest ?? completions} places={PLACES} onChoose={choose} />
        <output className="visually-hidden">
          {problem ? textOf(problem, words) : said === "" ? "" : words.offered(said)}
        </output>
      </div>
      <Button ref={joinButton} type="submit" tone="primary" large wide>
        {words.join}
      </Button>
    </form>
  );
}

/** The value once it has stayed the same for a moment. */
function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
