import type { AuthenticatorKey } from "./authenticator.ts";

/** Why nobody is signed in; absent before anyone signed in on this device. */
export type SignedOutReason =
  /** Signed out here, or in another tab of this browser. */
  | "signed-out"
  /** The session ended by itself, was revoked, or signed out everywhere, or the account was disabled. */
  | "session-expired";

export type AuthState =
  /** Until `start()` has looked for a kept session. */
  | { readonly status: "restoring" }
  | { readonly status: "signed-out"; readonly reason?: SignedOutReason }
  | { readonly status: "signed-in"; readonly email: string; readonly sub: string };

/** How long a sign-in lasts: on in this browser, or as long as this tab. */
export type Keep = "browser" | "tab";

export type SecondFactor = "totp" | "sms";

/** What comes next, and the one function that goes there. */
export type SignInStep =
  | { readonly next: "signed-in" }
  /** The password is a temporary one: `answerNewPassword` with a new one and these attributes. */
  | { readonly next: "new-password"; readonly requiredAttributes: readonly string[] }
  /** `answerCode` with what the authenticator app shows. */
  | { readonly next: "totp-code" }
  /** `answerCode` with what came by text message; `sentTo` is masked. */
  | { readonly next: "sms-code"; readonly sentTo: string }
  /** `chooseFactor`. */
  | { readonly next: "choose-factor"; readonly factors: readonly SecondFactor[] }
  /** The User Pool wants an authenticator app: `confirmAuthenticator` with its first code. */
  | { readonly next: "set-up-authenticator"; readonly key: AuthenticatorKey }
  /** The address waits for its code: `confirmSignUp`, or `resendSignUpCode`. */
  | { readonly next: "confirm-sign-up"; readonly email: string }
  /** A code is on its way, if there is such an account: `resetPassword`. */
  | { readonly next: "reset-password"; readonly email: string }
  /** Done, but the password is not known here any more: `signIn`. */
  | { readonly next: "sign-in"; readonly email: string };
