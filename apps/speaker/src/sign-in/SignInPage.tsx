import type { SigningIn } from "@lectern/auth/speaker";
import { Page, Title } from "@lectern/ui";
import { SignInSteps } from "./SignInSteps.tsx";
import { screenWords } from "./screen-words.ts";
import { useSignIn } from "./use-sign-in.ts";

export interface SignInPageProps {
  auth: SigningIn;
  /** The session ended by itself: said once, above the form. */
  expired: boolean;
}

export function SignInPage({ auth, expired }: SignInPageProps) {
  const signIn = useSignIn(auth, expired ? "session-expired" : null);
  const { title, lead } = screenWords(signIn.screen);
  return (
    <Page key={signIn.screen.next} state="signed-out" documentTitle={`${title} · Lectern`} busy={signIn.busy}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead">{lead}</p>
      </div>
      <SignInSteps signIn={signIn} />
    </Page>
  );
}
