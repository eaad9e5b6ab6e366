import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Page, Title } from "@lectern/ui";
import type { ProblemCode } from "../problems/codes.ts";
import { useWords } from "../words/index.ts";
import { Providers } from "./Providers.tsx";
import { SignInSteps } from "./SignInSteps.tsx";
import { screenWords } from "./screen-words.ts";
import { type SignIn, useSignIn } from "./use-sign-in.ts";

export interface SignInPageProps {
  auth: SpeakerAuth;
  /** Shown at first: the session ended by itself, or another provider refused the sign-in. */
  problem: ProblemCode | null;
}

export function SignInPage({ auth, problem }: SignInPageProps) {
  return <SignInScreen signIn={useSignIn(auth, problem)} signInWithProvider={auth.signInWithProvider} />;
}

export interface SignInScreenProps {
  signIn: SignIn;
  signInWithProvider: SpeakerAuth["signInWithProvider"];
}

/** The screen of the step somebody is at. */
export function SignInScreen({ signIn, signInWithProvider }: SignInScreenProps) {
  const { title, lead } = screenWords(signIn.screen, useWords().signIn.screens);
  return (
    <Page key={signIn.screen.next} state="signed-out" documentTitle={`${title} · Lectern`} busy={signIn.busy}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead">{lead}</p>
      </div>
      <SignInSteps signIn={signIn} />
      {signIn.screen.next === "sign-in" || signIn.screen.next === "sign-up" ? (
        <Providers signIn={signIn} signInWithProvider={signInWithProvider} />
      ) : null}
    </Page>
  );
}
