import { Notice } from "@lectern/ui";
import { type SigningIn, useSignIn } from "./use-sign-in.tsx";

/** The sign-in ended while on air: said, and mended, without leaving the air. */
export function SignInAgain({ auth }: { auth: SigningIn }) {
  const { form } = useSignIn(auth);
  return (
    <Notice
      title="You were signed out"
      advice="Who hears you now goes on hearing you, but nobody new gets in until you sign in again."
    >
      {form}
    </Notice>
  );
}
