import { Button, TextField } from "@lectern/ui";
import { type FormEvent, useState } from "react";
import { useWords } from "../words/index.ts";
import { pathOfSession, readSessionCode } from "./session-code.ts";

/** Where a code somebody said aloud is typed. */
export function JoinForm({ open = (path: string) => location.assign(path) }) {
  const words = useWords().home;
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const join = (event: FormEvent) => {
    event.preventDefault();
    const code = readSessionCode(typed);
    if (code) open(pathOfSession(code));
    else if (typed.trim() === "") setProblem(words.missing);
    else setProblem(words.unfit);
  };
  return (
    <form className="stack join-form" onSubmit={join} noValidate>
      <TextField
        label={words.code}
        hint={words.hint}
        problem={problem}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(undefined);
        }}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Button type="submit" tone="primary" large wide>
        {words.join}
      </Button>
    </form>
  );
}
