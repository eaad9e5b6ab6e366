import { ConfirmSignUpForm } from "./ConfirmSignUpForm.tsx";
import { ForgotForm } from "./ForgotForm.tsx";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { ResetPasswordForm } from "./ResetPasswordForm.tsx";
import { ChooseFactorForm, FactorCodeForm, SetUpAuthenticatorForm } from "./SecondFactorForms.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { SignUpForm } from "./SignUpForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** The form of the step somebody is at. */
export function SignInSteps({ signIn }: { signIn: SignIn }) {
  const { screen } = signIn;
  switch (screen.next) {
    case "sign-in":
      return <SignInForm signIn={signIn} />;
    case "sign-up":
      return <SignUpForm signIn={signIn} />;
    case "confirm-sign-up":
      return <ConfirmSignUpForm signIn={signIn} />;
    case "forgot":
      return <ForgotForm signIn={signIn} />;
    case "reset-password":
      return <ResetPasswordForm signIn={signIn} address={screen.email} />;
    case "new-password":
      return <NewPasswordForm signIn={signIn} requiredAttributes={screen.requiredAttributes} />;
    case "totp-code":
      return <FactorCodeForm key="totp" signIn={signIn} factor="totp" />;
    case "sms-code":
      return <FactorCodeForm key="sms" signIn={signIn} factor="sms" />;
    case "choose-factor":
      return <ChooseFactorForm signIn={signIn} factors={screen.factors} />;
    case "set-up-authenticator":
      return <SetUpAuthenticatorForm signIn={signIn} authenticatorKey={screen.key} />;
  }
}
