import { useWords } from "../words/index.ts";
import { EmailField } from "./EmailField.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepLink } from "./StepLink.tsx";
import type { SignIn } from "./use-sign-in.ts";

export function ForgotForm({ signIn }: { signIn: SignIn }) {
  const { auth, email, attempt } = signIn;
  const words = useWords().signIn;
  return (
    <StepForm
      task={signIn}
      action={words.reset.send}
      doing={words.reset.sending}
      missing={email.trim() ? null : words.reset.missingAddress}
      onSubmit={() => attempt(() => auth.forgotPassword(email))}
      others={
        <StepLink signIn={signIn} to="sign-in">
          {words.back}
        </StepLink>
      }
    >
      <EmailField signIn={signIn} autoFocus />
    </StepForm>
  );
}
