import type { SigningIn } from "@lectern/auth/speaker";
import { Notice } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { SignInSteps } from "./SignInSteps.tsx";
import { useSignIn } from "./use-sign-in.ts";

/** Signing in again without going off air, where the session ended meanwhile. */
export function SignInAgain({ auth }: { auth: SigningIn }) {
  const signIn = useSignIn(auth);
  return (
    <Notice {...useWords().signIn.again}>
      <SignInSteps signIn={signIn} />
    </Notice>
  );
}
