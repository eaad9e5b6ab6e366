import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { useWords } from "../words/index.ts";
import { EmailField } from "./EmailField.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepLink } from "./StepLink.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** A new account: asks only for what one signs in with. */
export function SignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, persistence, attempt } = signIn;
  const words = useWords().signIn;
  const [password, setPassword] = useState("");
  const complete = email.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action={words.signUp.action}
      doing={words.signUp.doing}
      missing={complete ? null : words.signUp.missing}
      onSubmit={() => attempt(() => auth.signUp({ email, password, persistence }))}
      others={
        <StepLink signIn={signIn} to="sign-in">
          {words.haveAccount}
        </StepLink>
      }
    >
      <EmailField signIn={signIn} autoFocus />
      <NewPasswordField label={words.password} value={password} onChange={setPassword} />
    </StepForm>
  );
}
