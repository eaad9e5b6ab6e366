import type { SigningIn } from "@lectern/auth/speaker";
import { Notice } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { SignInSteps } from "./SignInSteps.tsx";
import { useSignIn } from "./use-sign-in.ts";

export interface SignInAgainProps {
  auth: SigningIn;
  /** Whether the talk is to end, which takes the sign-in. */
  isEnding: boolean;
}

/** Signing in again without going off air, where the session ended meanwhile. */
export function SignInAgain({ auth, isEnding }: SignInAgainProps) {
  const signIn = useSignIn(auth);
  const { title, advice, toEnd } = useWords().signIn.again;
  return (
    <Notice title={title} advice={isEnding ? toEnd : advice}>
      <SignInSteps signIn={signIn} />
    </Notice>
  );
}
