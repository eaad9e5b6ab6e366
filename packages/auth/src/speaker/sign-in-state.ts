import type { AuthenticatorKey } from "./authenticator.ts";
import type { Persistence } from "./session/session-vault.ts";
import type { UserPoolAnswer } from "./user-pool.ts";

/** A password, and how long it signs in for. */
export interface Credentials {
  email: string;
  password: string;
  /** Default "browser". */
  persistence?: Persistence;
}

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

/** What Cognito asks after the password. */
export type Question = Exclude<UserPoolAnswer, { next: "signed-in" }>;

/** The credentials are kept from step to step, no longer. */
export type SignInState =
  | { readonly status: "idle" }
  | { readonly status: "begun"; readonly credentials: Credentials }
  | { readonly status: "asked"; readonly credentials: Credentials; readonly question: Question };

export type SignInEvent =
  | { type: "begun"; credentials: Credentials }
  | { type: "asked"; question: Question }
  | { type: "signed-in" };

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionSignIn(state: SignInState, event: SignInEvent): SignInState {
  switch (event.type) {
    case "begun":
      return { status: "begun", credentials: event.credentials };
    case "asked": {
      if (state.status === "idle") return state;
      return { status: "asked", credentials: state.credentials, question: event.question };
    }
    case "signed-in":
      return state.status === "idle" ? state : { status: "idle" };
  }
}
