import type { Persistence, SignInStep, SigningIn } from "@lectern/auth/speaker";
import { useState } from "react";
import { needsSignIn, type ProblemCode } from "../problems/codes.ts";
import { type Task, useTask } from "../problems/use-task.ts";

/** Where somebody is on their way in: what comes next, or what they chose. */
export type Screen = Exclude<SignInStep, { next: "signed-in" }> | { next: "sign-up" } | { next: "forgot" };

export interface SignIn extends Task {
  auth: SigningIn;
  screen: Screen;
  /** As last typed, so that nobody types it twice. */
  email: string;
  setEmail(email: string): void;
  /** How long it is to last, whichever way in is taken. */
  persistence: Persistence;
  setPersistence(persistence: Persistence): void;
  go(next: Screen["next"] & ("sign-in" | "sign-up" | "forgot")): void;
  /** Does a step and goes where it leads. */
  attempt(step: () => Promise<SignInStep>): void;
}

/** Codes after which only the beginning helps. */
const startsOver = (code: ProblemCode): boolean =>
  code === "challenge-expired" || code === "email-taken" || code === "already-confirmed" || needsSignIn(code);

/** Signing in, making an account, and everything that may be asked on the way. */
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
