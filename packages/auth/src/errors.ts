/**
 * Everything that can go wrong in `@lectern/auth`. Each code answers "what can the person, or the caller, do now?";
 * the words for people live in the apps.
 */
export type AuthErrorCode =
  /** E-mail or password is wrong. Cognito does not say which. */
  | "wrong-credentials"
  /** The account exists but its e-mail address was never confirmed. */
  | "not-confirmed"
  /** An administrator asked for a new password: it is set through "forgot password". */
  | "password-reset-required"
  /** The new password does not fit the User Pool's policy (Cognito's words are the error's message). */
  | "password-policy"
  /** A required attribute is missing or malformed in the answer to a challenge. */
  | "attributes-refused"
  /** The challenge was answered too late (3 minutes by default): sign in again. */
  | "challenge-expired"
  /** Cognito asks for a step this version does not have; the message names it. */
  | "challenge-not-supported"
  /** Too many failed attempts: wait some minutes. */
  | "too-many-attempts"
  /** The account is disabled, or a rule of the deployment (trigger, firewall) refused the sign-in. */
  | "sign-in-refused"
  /** Nobody is signed in. */
  | "signed-out"
  /** The session ended (expired, revoked, signed out everywhere): sign in again. */
  | "session-expired"
  /** No such User Pool or app client: configuration. */
  | "user-pool-not-found"
  /** The app client cannot be used from a page (has a secret, SRP or refresh not allowed): configuration. */
  | "user-pool-invalid"
  /** No such Identity Pool in this region: configuration. */
  | "identity-pool-not-found"
  /** The Identity Pool's id, provider or roles are wrong: configuration. */
  | "identity-pool-invalid"
  /** The Identity Pool does not allow guests: configuration. */
  | "guest-access-off"
  /** The Identity Pool does not allow the classic flow, which guests need for KVS: configuration. */
  | "classic-flow-off"
  /** AWS does not let guests assume VITE_GUEST_ROLE_ARN (its trust policy, or the ARN): configuration. */
  | "guest-role-refused"
  /** AWS does not let signed-in people assume the Identity Pool's role: configuration. */
  | "speaker-role-refused"
  /** This device's clock is so wrong that AWS refuses what it signs. */
  | "clock-wrong"
  /** Too many requests at once: try again later. */
  | "throttled"
  /** AWS could not be reached. */
  | "network"
  /** AWS failed, or answered something that is not understood: try again later. */
  | "unavailable";

/** The only error `@lectern/auth` throws or rejects with. `message` is for developers and never holds a secret. */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly code: AuthErrorCode;

  constructor(code: AuthErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Whether the same call may succeed later although nobody does anything about it. */
export function isRetryable(code: AuthErrorCode): boolean {
  switch (code) {
    case "throttled":
    case "network":
    case "unavailable":
      return true;
    case "wrong-credentials":
    case "not-confirmed":
    case "password-reset-required":
    case "password-policy":
    case "attributes-refused":
    case "challenge-expired":
    case "challenge-not-supported":
    case "too-many-attempts":
    case "sign-in-refused":
    case "signed-out":
    case "session-expired":
    case "user-pool-not-found":
    case "user-pool-invalid":
    case "identity-pool-not-found":
    case "identity-pool-invalid":
    case "guest-access-off":
    case "classic-flow-off":
    case "guest-role-refused":
    case "speaker-role-refused":
    case "clock-wrong":
      return false;
  }
}
