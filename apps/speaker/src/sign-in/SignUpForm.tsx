import { Button, TextField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** Somebody new: nothing is asked but what they sign in with. */
export function SignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, keep, attempt, go } = signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action="Make account"
      doing="Making it…"
      missing={complete ? null : { title: "E-mail or password is missing", advice: "Fill in both, then go on." }}
      onSubmit={() => attempt(() => auth.signUp({ email, password, keep }))}
      others={
        <Button tone="plain" onClick={() => go("sign-in")}>
          I have an account
        </Button>
      }
    >
      <TextField
        label="Email"
        name="username"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
    </StepForm>
  );
}
