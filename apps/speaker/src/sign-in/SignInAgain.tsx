import type { SigningIn } from "@lectern/auth/speaker";
import { Notice } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { SignInSteps } from "./SignInSteps.tsx";
import { useSignIn } from "./use-sign-in.ts";

/** The sign-in ended while on air: said, and mended, without leaving the air. */
export function SignInAgain({ auth }: { auth: SigningIn }) {
  const signIn = useSignIn(auth);
  return (
    <Notice {...useWords().signIn.again}>
      <SignInSteps signIn={signIn} />
    </Notice>
  );
}
