import type { AuthenticatorKey, SecondFactor } from "@lectern/auth/speaker";
import { Button, CodeField, Disclosure } from "@lectern/ui";
import { useState } from "react";
import { AuthenticatorKeyCard } from "../deployment/AuthenticatorKeyCard.tsx";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useWords } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

function LostDevice() {
  const { lost, lostAdvice } = useWords().signIn.secondFactor;
  return (
    <Disclosure summary={lost}>
      <p>{lostAdvice}</p>
    </Disclosure>
  );
}

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
  const words = useWords().signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action={words.secondFactor.action}
      doing={words.secondFactor.doing}
      missing={code.trim() ? null : words.secondFactor.missing}
      onSubmit={() => attempt(() => auth.answerCode(code))}
      others={
        <>
          <StartOver signIn={signIn}>{factor === "sms" ? words.secondFactor.newSms : words.back}</StartOver>
          <LostDevice />
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

export function ChooseFactorForm({ signIn, factors }: { signIn: SignIn; factors: readonly SecondFactor[] }) {
  const { auth, attempt, busy, problem } = signIn;
  const words = useWords().signIn;
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
          {words.secondFactor[factor]}
        </Button>
      ))}
      {problem ? <ProblemNotice code={problem} /> : null}
      <div className="others">
        <StartOver signIn={signIn}>{words.back}</StartOver>
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
  const words = useWords().signIn;
  const [code, setCode] = useState("");
  return (
    <StepForm
      task={signIn}
      action={words.secondFactor.setUp}
      doing={words.secondFactor.doing}
      missing={code.trim() ? null : words.secondFactor.missing}
      onSubmit={() => attempt(() => auth.confirmAuthenticator(code))}
      others={<StartOver signIn={signIn}>{words.anotherAccount}</StartOver>}
    >
      <AuthenticatorKeyCard authenticatorKey={authenticatorKey} />
      <CodeField
        label={words.code.label}
        name="code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </StepForm>
  );
}
