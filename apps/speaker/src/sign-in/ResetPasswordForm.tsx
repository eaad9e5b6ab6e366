import { Button, CodeField, Disclosure, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** A new password by a mailed code. What it says is the same whether or not the address has an account. */
export function ResetPasswordForm({ signIn, address }: { signIn: SignIn; address: string }) {
  const { auth, keep, attempt, run, go } = signIn;
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const complete = code.trim() !== "" && password !== "";
  return (
    <StepForm
      task={signIn}
      action="Save and sign in"
      doing="Saving…"
      missing={complete ? null : { title: "Code or password is missing", advice: "Fill in both, then go on." }}
      onSubmit={() => attempt(() => auth.resetPassword({ email: address, code, password, keep }))}
      others={
        <>
          <Button
            tone="plain"
            onClick={() => run(() => auth.forgotPassword(address).then(() => "A new code is on its way."))}
          >
            Send a new code
          </Button>
          <Disclosure summary="No e-mail?">
            <p>It may take a minute, or lie among unwanted mail.</p>
            <p>
              Were you invited and have never signed in? Then sign in with the password you were given, or ask whoever
              invited you for a new one.
            </p>
            <div className="row">
              <Button onClick={() => go("forgot")}>Use another address</Button>
              <Button onClick={() => go("sign-in")}>Back to signing in</Button>
            </div>
          </Disclosure>
        </>
      }
    >
      <CodeField
        label="Code"
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
