import { Button, Checkbox, PasswordField, TextField } from "@lectern/ui";
import { useContext, useState } from "react";
import { DeploymentContext } from "../deployment/context.ts";
import { useWords } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, setEmail, keep, setKeep, attempt, go } = signIn;
  const words = useWords().signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action={words.signIn}
      doing={words.signingIn}
      missing={complete ? null : words.signInMissing}
      onSubmit={() => attempt(() => auth.signIn({ email: email.trim(), password, keep }))}
      others={
        <>
          <Button tone="plain" onClick={() => go("forgot")}>
            {words.forgot}
          </Button>
          <NewHere onSignUp={() => go("sign-up")} />
        </>
      }
    >
      <TextField
        label={words.email}
        name="username"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label={words.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Checkbox
        label={words.keep}
        hint={words.keepHint}
        checked={keep === "browser"}
        onChange={(checked) => setKeep(checked ? "browser" : "tab")}
      />
    </StepForm>
  );
}

/** How to get an account, once it is known. */
function NewHere({ onSignUp }: { onSignUp: () => void }) {
  const words = useWords().signIn;
  const signUp = useContext(DeploymentContext)?.signUp;
  if (signUp === undefined) return null;
  if (signUp === "closed") return <p className="soft">{words.closed}</p>;
  return (
    <Button tone="plain" onClick={onSignUp}>
      {words.signUp.offer}
    </Button>
  );
}
