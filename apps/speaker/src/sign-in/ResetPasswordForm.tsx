import { CodeField, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { useWords } from "../words/index.ts";
import { NoMailYet } from "./NoMailYet.tsx";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** A new password by a mailed code. What it says is the same whether or not the address has an account. */
export function ResetPasswordForm({ signIn, address }: { signIn: SignIn; address: string }) {
  const { auth, persistence, attempt } = signIn;
  const words = useWords().signIn;
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const complete = code.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action={words.newPassword.action}
      doing={words.newPassword.doing}
      missing={complete ? null : words.reset.missing}
      onSubmit={() => attempt(() => auth.resetPassword({ email: address, code, password, persistence }))}
      others={
        <NoMailYet
          signIn={signIn}
          resend={() => auth.forgotPassword(address)}
          anotherAddress="forgot"
          back={words.back}
        >
          <p>{words.code.noMailReset}</p>
          <p>{words.code.invited}</p>
        </NoMailYet>
      }
    >
      <CodeField
        label={words.code.label}
        name="code"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <UsernameField value={address} />
      <NewPasswordField value={password} onChange={setPassword} />
    </StepForm>
  );
}
