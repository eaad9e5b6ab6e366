import { Button, Notice, PasswordField, TextField } from "@lectern/ui";
import { type FormEvent, useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import type { ProblemCode } from "../problems/words.ts";

export interface SignInFormProps {
  /** What the last attempt ran into. */
  problem: ProblemCode | null;
  busy: boolean;
  onSignIn: (credentials: { email: string; password: string }) => void;
}

export function SignInForm({ problem, busy, onSignIn }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const complete = email.trim() !== "" && password !== "";
    setIncomplete(!complete);
    if (complete) onSignIn({ email: email.trim(), password });
  };
  return (
    <form className="stack sign-in" onSubmit={submit} noValidate>
      <TextField
        label="Email"
        name="username"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {incomplete ? (
        <Notice title="E-mail or password is missing" advice="Fill in both, then sign in." />
      ) : problem && !busy ? (
        <ProblemNotice code={problem} />
      ) : null}
      <Button type="submit" tone="primary" large wide aria-disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
