import { Page, Title } from "@lectern/ui";
import { type SigningIn, useSignIn } from "./use-sign-in.tsx";

export interface SignInPageProps {
  auth: SigningIn;
  /** The session ended by itself: said once, above the form. */
  expired: boolean;
}

export function SignInPage({ auth, expired }: SignInPageProps) {
  const { form, isNewPassword, busy } = useSignIn(auth, expired ? "session-expired" : null);
  return (
    <Page state="signed-out" documentTitle="Sign in · Lectern" busy={busy}>
      <div className="stack">
        <Title>{isNewPassword ? "Make your own password" : "Sign in to speak"}</Title>
        <p className="lead">
          {isNewPassword
            ? "Yours was made by somebody else. Choose one that only you know."
            : "Then check your microphone and go live. Your listeners need no account."}
        </p>
      </div>
      {form}
    </Page>
  );
}
