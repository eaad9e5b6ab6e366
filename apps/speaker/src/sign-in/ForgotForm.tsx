import { Button, TextField } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function ForgotForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, attempt, go } = signIn;
  const words = useWords().signIn;
  return (
    <StepForm
      task={signIn}
      action={words.reset.send}
      doing={words.reset.sending}
      missing={email.trim() ? null : words.reset.missingAddress}
      onSubmit={() => attempt(() => auth.forgotPassword(email))}
      others={
        <Button tone="plain" onClick={() => go("sign-in")}>
          {words.back}
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
    </StepForm>
  );
}
