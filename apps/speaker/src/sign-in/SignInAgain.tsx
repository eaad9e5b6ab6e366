import type { SigningIn } from "@lectern/auth/speaker";
import { Notice } from "@lectern/ui";
import { SignInSteps } from "./SignInSteps.tsx";
import { useSignIn } from "./use-sign-in.ts";

/** The sign-in ended while on air: said, and mended, without leaving the air. */
export function SignInAgain({ auth }: { auth: SigningIn }) {
  const signIn = useSignIn(auth);
  return (
    <Notice
      title="You were signed out"
      advice="Who hears you now goes on hearing you, but nobody new gets in until you sign in again."
    >
      <SignInSteps signIn={signIn} />
    </Notice>
  );
}
