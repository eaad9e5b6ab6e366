import { Button, TextField } from "@lectern/ui";
import { type FormEvent, useState } from "react";
import { pathOfSession, readSessionCode } from "./session-code.ts";

/** Where a code somebody said aloud is typed. */
export function JoinForm({ open = (path: string) => location.assign(path) }) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const join = (event: FormEvent) => {
    event.preventDefault();
    const code = readSessionCode(typed);
    if (code) open(pathOfSession(code));
    else if (typed.trim() === "") setProblem("Type the code first.");
    else setProblem("That is not a code: letters, digits and hyphens only.");
  };
  return (
    <form className="stack join-form" onSubmit={join} noValidate>
      <TextField
        label="Session code"
        hint="Usually four words, such as acorn-lamp-river-tidy. A whole link will do, too."
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
        Join
      </Button>
    </form>
  );
}
