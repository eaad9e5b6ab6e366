import { Button, CodeField, Disclosure } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** The code that shows that an address is somebody's own. */
export function ConfirmSignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth, attempt, run, go } = signIn;
  const words = useWords().signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action={words.confirm.action}
      doing={words.confirm.doing}
      missing={code.trim() ? null : words.confirm.missing}
      onSubmit={() => attempt(() => auth.confirmSignUp(code))}
      others={
        <>
          <Button
            tone="plain"
            onClick={() => run(() => auth.resendSignUpCode().then(() => (all) => all.signIn.code.resent))}
          >
            {words.code.resend}
          </Button>
          <Disclosure summary={words.code.noMail}>
            <p>{words.code.noMailCheck}</p>
            <div className="row">
              <Button onClick={() => go("sign-up")}>{words.anotherAddress}</Button>
              <Button onClick={() => go("sign-in")}>{words.haveAccount}</Button>
            </div>
          </Disclosure>
        </>
      }
    >
      <CodeField
        label={words.code.label}
        name="code"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </StepForm>
  );
}
