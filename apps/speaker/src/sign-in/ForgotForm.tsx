import { Button, TextField } from "@lectern/ui";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function ForgotForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, attempt, go } = signIn;
  return (
    <StepForm
      task={signIn}
      action="Send code"
      doing="Sending…"
      missing={email.trim() ? null : { title: "Your address is missing", advice: "Type it, then go on." }}
      onSubmit={() => attempt(() => auth.forgotPassword(email))}
      others={
        <Button tone="plain" onClick={() => go("sign-in")}>
          Back to signing in
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
    </StepForm>
  );
}
