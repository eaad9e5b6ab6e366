import { Button, CodeField, Disclosure } from "@lectern/ui";
import { useState } from "react";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** The code that shows that an address is somebody's own. */
export function ConfirmSignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth, attempt, run, go } = signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action="Confirm"
      doing="Confirming…"
      missing={code.trim() ? null : { title: "The code is missing", advice: "Type the six digits from the e-mail." }}
      onSubmit={() => attempt(() => auth.confirmSignUp(code))}
      others={
        <>
          <Button
            tone="plain"
            onClick={() => run(() => auth.resendSignUpCode().then(() => "A new code is on its way."))}
          >
            Send a new code
          </Button>
          <Disclosure summary="No e-mail?">
            <p>It may take a minute, or lie among unwanted mail. Check the address, too:</p>
            <div className="row">
              <Button onClick={() => go("sign-up")}>Use another address</Button>
              <Button onClick={() => go("sign-in")}>I have an account</Button>
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
    </StepForm>
  );
}
