import type { AuthenticatorKey, SecondFactor } from "@lectern/auth/speaker";
import { Button, CodeField, Disclosure } from "@lectern/ui";
import { useState } from "react";
import { AuthenticatorKeyCard } from "../deployment/AuthenticatorKeyCard.tsx";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

const missingCode = { title: "The code is missing", advice: "Type its six digits." };

const LostDevice = () => (
  <Disclosure summary="Lost your device?">
    <p>
      Nobody can look the code up. Whoever runs this Lectern can turn two-step sign-in off for you: ask there, sign in
      with your password, and set it up on your new device.
    </p>
  </Disclosure>
);

function StartOver({ signIn: { go }, children }: { signIn: SignIn; children: string }) {
  return (
    <Button tone="plain" onClick={() => go("sign-in")}>
      {children}
    </Button>
  );
}

/** The code of the authenticator app, or of a text message. */
export function FactorCodeForm({ signIn, factor }: { signIn: SignIn; factor: SecondFactor }) {
  const { auth, attempt } = signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action="Continue"
      doing="Checking…"
      missing={code.trim() ? null : missingCode}
      onSubmit={() => attempt(() => auth.answerCode(code))}
      others={
        <>
          <StartOver signIn={signIn}>
            {factor === "sms" ? "Sign in again for a new code" : "Back to signing in"}
          </StartOver>
          <LostDevice />
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

const factorWords: Record<SecondFactor, string> = { totp: "Authenticator app", sms: "Text message" };

export function ChooseFactorForm({ signIn, factors }: { signIn: SignIn; factors: readonly SecondFactor[] }) {
  const { auth, attempt, busy, problem } = signIn;
  return (
    <div className="stack sign-in">
      {factors.map((factor, at) => (
        <Button
          key={factor}
          large
          wide
          autoFocus={at === 0}
          aria-disabled={busy}
          onClick={() => attempt(() => auth.chooseFactor(factor))}
        >
          {factorWords[factor]}
        </Button>
      ))}
      {problem ? <ProblemNotice code={problem} /> : null}
      <div className="others">
        <StartOver signIn={signIn}>Back to signing in</StartOver>
        <LostDevice />
      </div>
    </div>
  );
}

/** The pool wants a second factor and there is none: it is set up on the way in. */
export function SetUpAuthenticatorForm({
  signIn,
  authenticatorKey,
}: {
  signIn: SignIn;
  authenticatorKey: AuthenticatorKey;
}) {
  const { auth, attempt } = signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action="Confirm and sign in"
      doing="Checking…"
      missing={code.trim() ? null : missingCode}
      onSubmit={() => attempt(() => auth.confirmAuthenticator(code))}
      others={<StartOver signIn={signIn}>Sign in with another account</StartOver>}
    >
      <AuthenticatorKeyCard authenticatorKey={authenticatorKey} />
      <CodeField label="Code" name="code" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
    </StepForm>
  );
}
