import { Button, Checkbox, PasswordField, TextField } from "@lectern/ui";
import { useContext, useState } from "react";
import { DeploymentContext } from "../deployment/context.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, keep, setKeep, attempt, go } = signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action="Sign in"
      doing="Signing in…"
      missing={complete ? null : { title: "E-mail or password is missing", advice: "Fill in both, then sign in." }}
      onSubmit={() => attempt(() => auth.signIn({ email: email.trim(), password, keep }))}
      others={
        <>
          <Button tone="plain" onClick={() => go("forgot")}>
            Forgot your password?
          </Button>
          <NewHere onSignUp={() => go("sign-up")} />
        </>
      }
    >
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
      <Checkbox
        label="Keep me signed in"
        hint="Not on a device that others use."
        checked={keep === "browser"}
        onChange={(checked) => setKeep(checked ? "browser" : "tab")}
      />
    </StepForm>
  );
}

/** How to get an account, once it is known. */
function NewHere({ onSignUp }: { onSignUp: () => void }) {
  const signUp = useContext(DeploymentContext)?.signUp;
  if (signUp === undefined) return null;
  if (signUp === "closed") {
    return <p className="soft">No account yet? Whoever runs this Lectern makes them: ask there for one.</p>;
  }
  return (
    <Button tone="plain" onClick={onSignUp}>
      Make an account
    </Button>
  );
}
