import type { SignInStep, SpeakerAuth } from "@lectern/auth/speaker";
import { Page, Title } from "@lectern/ui";
import { useState } from "react";
import { needsSignIn, type ProblemCode, problemCodeOf } from "../problems/words.ts";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { SignInForm } from "./SignInForm.tsx";

export interface SignInPageProps {
  auth: Pick<SpeakerAuth, "signIn" | "answerNewPassword">;
  /** The session ended by itself: said once, above the form. */
  expired: boolean;
}

type Step = { form: "sign-in" } | { form: "new-password"; requiredAttributes: readonly string[] };

/** Signing in, and the new password a first sign-in may ask for. */
export function SignInPage({ auth, expired }: SignInPageProps) {
  const [step, setStep] = useState<Step>({ form: "sign-in" });
  const [email, setEmail] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode | null>(expired ? "session-expired" : null);

  const attempt = async (next: Promise<SignInStep>) => {
    setBusy(true);
    setProblem(null);
    try {
      const outcome = await next;
      if (outcome.next === "new-password") {
        setStep({ form: "new-password", requiredAttributes: outcome.requiredAttributes });
      }
    } catch (error) {
      const code = problemCodeOf(error);
      setProblem(code);
      if (code === "challenge-expired" || needsSignIn(code)) setStep({ form: "sign-in" });
    } finally {
      setBusy(false);
    }
  };

  const isNew = step.form === "new-password";
  return (
    <Page state="signed-out" documentTitle="Sign in · Lectern" busy={busy}>
      <div className="stack">
        <Title>{isNew ? "Make your own password" : "Sign in to speak"}</Title>
        <p className="lead">
          {isNew
            ? "Yours was made by somebody else. Choose one that only you know."
            : "Then check your microphone and go live. Your listeners need no account."}
        </p>
      </div>
      {isNew ? (
        <NewPasswordForm
          email={email}
          requiredAttributes={step.requiredAttributes}
          problem={problem}
          busy={busy}
          onAnswer={(password, attributes) => void attempt(auth.answerNewPassword(password, attributes))}
          onStartOver={() => {
            setProblem(null);
            setStep({ form: "sign-in" });
          }}
        />
      ) : (
        <SignInForm
          problem={problem}
          busy={busy}
          onSignIn={(credentials) => {
            setEmail(credentials.email);
            void attempt(auth.signIn(credentials));
          }}
        />
      )}
    </Page>
  );
}
