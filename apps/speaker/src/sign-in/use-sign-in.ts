import type { Persistence, SignInStep, SigningIn } from "@lectern/auth/speaker";
import { useState } from "react";
import { needsSignIn, type ProblemCode } from "../problems/codes.ts";
import { type Task, useTask } from "../problems/use-task.ts";

/** The step that is shown: what Cognito asks for, or what somebody chose. */
export type Screen = Exclude<SignInStep, { next: "signed-in" }> | { next: "sign-up" } | { next: "forgot" };

export interface SignIn extends Task {
  auth: SigningIn;
  screen: Screen;
  /** As last typed, for every form that asks for it. */
  email: string;
  setEmail(email: string): void;
  /** How long the sign-in is to last, by password or provider. */
  persistence: Persistence;
  setPersistence(persistence: Persistence): void;
  go(next: Screen["next"] & ("sign-in" | "sign-up" | "forgot")): void;
  /** Does a step and shows the next. */
  attempt(step: () => Promise<SignInStep>): void;
}

/** Codes after which signing in has to begin again. */
const startsOver = (code: ProblemCode): boolean =>
  code === "challenge-expired" || code === "email-taken" || code === "already-confirmed" || needsSignIn(code);

/** Signing in and making an account, with everything that may be asked for. */
export function useSignIn(auth: SigningIn, initialProblem: ProblemCode | null = null): SignIn {
  const [screen, setScreen] = useState<Screen>({ next: "sign-in", email: "" });
  const [email, setEmail] = useState("");
  const [persistence, setPersistence] = useState<Persistence>("browser");
  const task = useTask(initialProblem, (code) => {
    if (startsOver(code)) setScreen({ next: "sign-in", email });
  });
  return {
    ...task,
    auth,
    screen,
    email,
    setEmail,
    persistence,
    setPersistence,
    go(next) {
      task.clear();
      setScreen(next === "sign-in" ? { next, email } : { next });
    },
    attempt: (step) =>
      task.run(async () => {
        const outcome = await step();
        if (outcome.next === "signed-in") return null;
        setScreen(outcome);
        return outcome.next === "sign-in" ? (words) => words.signIn.confirmed : null;
      }),
  };
}
