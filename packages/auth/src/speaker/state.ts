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

/** What `signIn` or the answer to a challenge led to. */
export type SignInStep =
  | { readonly next: "signed-in" }
  /** The password is a temporary one: `answerNewPassword` with a new one and these attributes. */
  | { readonly next: "new-password"; readonly requiredAttributes: readonly string[] };
