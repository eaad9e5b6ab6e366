import { Checkbox, PasswordField } from "@lectern/ui";
import { useContext, useState } from "react";
import { DeploymentContext } from "../deployment/deployment-context.ts";
import { useWords } from "../words/index.ts";
import { EmailField } from "./EmailField.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepLink } from "./StepLink.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, persistence, setPersistence, attempt } = signIn;
  const words = useWords().signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action={words.signIn}
      doing={words.signingIn}
      missing={complete ? null : words.signInMissing}
      onSubmit={() => attempt(() => auth.signIn({ email: email.trim(), password, persistence }))}
      others={
        <>
          <StepLink signIn={signIn} to="forgot">
            {words.forgot}
          </StepLink>
          <NewHere signIn={signIn} />
        </>
      }
    >
      <EmailField signIn={signIn} />
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
        checked={persistence === "browser"}
        onChange={(checked) => setPersistence(checked ? "browser" : "tab")}
      />
    </StepForm>
  );
}

/** How to get an account, once it is known. */
function NewHere({ signIn }: { signIn: SignIn }) {
  const words = useWords().signIn;
  const signUp = useContext(DeploymentContext)?.signUp;
  if (signUp === undefined) return null;
  if (signUp === "closed") return <p className="soft">{words.closed}</p>;
  return (
    <StepLink signIn={signIn} to="sign-up">
      {words.signUp.offer}
    </StepLink>
  );
}
