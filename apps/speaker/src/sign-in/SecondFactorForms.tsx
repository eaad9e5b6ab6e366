import type { AuthenticatorKey, SecondFactor } from "@lectern/auth/speaker";
import { Button, Disclosure } from "@lectern/ui";
import { AuthenticatorKeyCard } from "../deployment/AuthenticatorKeyCard.tsx";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useWords } from "../words/index.ts";
import { CodeForm } from "./CodeForm.tsx";
import { StepLink } from "./StepLink.tsx";
import type { SignIn } from "./use-sign-in.ts";

function LostDevice() {
  const { lost, lostAdvice } = useWords().signIn.secondFactor;
  return (
    <Disclosure summary={lost}>
      <p>{lostAdvice}</p>
    </Disclosure>
  );
}

/** The code of the authenticator app, or of a text message. */
export function FactorCodeForm({ signIn, factor }: { signIn: SignIn; factor: SecondFactor }) {
  const { secondFactor, back } = useWords().signIn;
  return (
    <CodeForm
      signIn={signIn}
      action={secondFactor.action}
      doing={secondFactor.doing}
      missing={secondFactor.missing}
      answer={signIn.auth.answerCode}
      others={
        <>
          <StepLink signIn={signIn} to="sign-in">
            {factor === "sms" ? secondFactor.newSms : back}
          </StepLink>
          <LostDevice />
        </>
      }
    />
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
        <StepLink signIn={signIn} to="sign-in">
          {words.back}
        </StepLink>
        <LostDevice />
      </div>
    </div>
  );
}

/** Sets up a second factor during the sign-in, where the pool requires one and there is none. */
export function SetUpAuthenticatorForm({
  signIn,
  authenticatorKey,
}: {
  signIn: SignIn;
  authenticatorKey: AuthenticatorKey;
}) {
  const { secondFactor, anotherAccount } = useWords().signIn;
  return (
    <CodeForm
      signIn={signIn}
      action={secondFactor.setUp}
      doing={secondFactor.doing}
      missing={secondFactor.missing}
      answer={signIn.auth.confirmAuthenticator}
      autoFocus={false}
      others={
        <StepLink signIn={signIn} to="sign-in">
          {anotherAccount}
        </StepLink>
      }
    >
      <AuthenticatorKeyCard authenticatorKey={authenticatorKey} />
    </CodeForm>
  );
}
