import { Button, TextField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { useWords } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** Somebody new: nothing is asked but what they sign in with. */
export function SignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, keep, attempt, go } = signIn;
  const words = useWords().signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action={words.signUp.action}
      doing={words.signUp.doing}
      missing={complete ? null : words.signUp.missing}
      onSubmit={() => attempt(() => auth.signUp({ email, password, keep }))}
      others={
        <Button tone="plain" onClick={() => go("sign-in")}>
          {words.haveAccount}
        </Button>
      }
    >
      <TextField
        label={words.email}
        name="username"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NewPasswordField label={words.password} value={password} onChange={setPassword} />
    </StepForm>
  );
}
