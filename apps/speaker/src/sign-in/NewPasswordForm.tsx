import { Button, PasswordField, TextField } from "@lectern/ui";
import { type FormEvent, useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import type { ProblemCode } from "../problems/words.ts";

export interface NewPasswordFormProps {
  email: string;
  /** Cognito's names of what the account must have besides. */
  requiredAttributes: readonly string[];
  problem: ProblemCode | null;
  busy: boolean;
  onAnswer: (password: string, attributes: Record<string, string>) => void;
  onStartOver: () => void;
}

const labels: Record<string, string> = {
  name: "Name",
  given_name: "First name",
  family_name: "Last name",
  phone_number: "Phone number",
};

/** The first sign-in with a password somebody else made: the speaker makes their own. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { email, requiredAttributes, problem, busy, onAnswer, onStartOver } = props;
  const [password, setPassword] = useState("");
  const [attributes, setAttributes] = useState<Record<string, string>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && password !== "") onAnswer(password, attributes);
  };
  return (
    <form className="stack sign-in" onSubmit={submit} noValidate>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {requiredAttributes.map((name, at) => (
        <TextField
          key={name}
          autoFocus={at === 0}
          label={labels[name] ?? name}
          name={name}
          value={attributes[name] ?? ""}
          onChange={(event) => setAttributes({ ...attributes, [name]: event.currentTarget.value })}
        />
      ))}
      <PasswordField
        label="New password"
        autoFocus={requiredAttributes.length === 0}
        name="new-password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {problem && !busy ? <ProblemNotice code={problem} /> : null}
      <Button type="submit" tone="primary" large wide aria-disabled={busy}>
        {busy ? "Saving…" : "Save and sign in"}
      </Button>
      <div>
        <Button tone="plain" onClick={onStartOver}>
          Sign in with another account
        </Button>
      </div>
    </form>
  );
}
