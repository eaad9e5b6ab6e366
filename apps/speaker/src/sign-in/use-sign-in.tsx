import type { SignInStep, SpeakerAuth } from "@lectern/auth/speaker";
import { type ReactNode, useState } from "react";
import { needsSignIn, type ProblemCode, problemCodeOf } from "../problems/words.ts";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { SignInForm } from "./SignInForm.tsx";

export type SigningIn = Pick<SpeakerAuth, "signIn" | "answerNewPassword">;

type Step = { form: "sign-in" } | { form: "new-password"; requiredAttributes: readonly string[] };

/** Signing in, and the new password a first sign-in may ask for. */
export function useSignIn(
  auth: SigningIn,
  initialProblem: ProblemCode | null = null,
): { form: ReactNode; isNewPassword: boolean; busy: boolean } {
  const [step, setStep] = useState<Step>({ form: "sign-in" });
  const [email, setEmail] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode | null>(initialProblem);

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

  const form =
    step.form === "new-password" ? (
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
    );
  return { form, isNewPassword: step.form === "new-password", busy };
}
