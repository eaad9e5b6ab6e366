import { useWords } from "../words/index.ts";
import { CodeForm } from "./CodeForm.tsx";
import { NoMailYet } from "./NoMailYet.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** The code that shows that an address is somebody's own. */
export function ConfirmSignUpForm({ signIn }: { signIn: SignIn }) {
  const { auth } = signIn;
  const words = useWords().signIn;
  return (
    <CodeForm
      signIn={signIn}
      {...words.confirm}
      answer={auth.confirmSignUp}
      others={
        <NoMailYet signIn={signIn} resend={auth.resendSignUpCode} anotherAddress="sign-up" back={words.haveAccount}>
          <p>{words.code.noMailCheck}</p>
        </NoMailYet>
      }
    />
  );
}
