import { CodedError } from "@lectern/primitives";

/** What only somebody who has an account, or wants one, can run into. */
export type AccountErrorCode =
  /** E-mail or password is wrong. Cognito does not say which. */
  | "wrong-credentials"
  /** The account exists but its e-mail address was never confirmed. */
  | "not-confirmed"
  /** An administrator asked for a new password: it is set through "forgot password". */
  | "password-reset-required"
  /** The new password does not fit the User Pool's policy (Cognito's words are the error's message). */
  | "password-policy"
  /** The new password was used before, and the User Pool remembers. */
  | "password-used-before"
  /** A temporary password is good for some days: an administrator makes a new one. */
  | "temporary-password-expired"
  /** The present password, asked for before it is changed, is wrong. */
  | "wrong-password"
  /** There is no password of the account's own to reset. Never told: who asks is answered as if a code had been sent. */
  | "nothing-to-reset"
  /** The User Pool takes nobody who signs up by themselves. */
  | "sign-up-closed"
  /** The address is no e-mail address. */
  | "email-refused"
  /** It is no telephone number with its country's code. */
  | "phone-refused"
  /** Another account has this address, and whoever asks reads its mail. */
  | "email-taken"
  /** The account was confirmed already: sign in. */
  | "already-confirmed"
  /** The code is wrong: try again. */
  | "wrong-code"
  /** The code is too old, or was never asked for: ask for a new one. */
  | "code-expired"
  /** The authenticator's code was used: the next one comes within half a minute. */
  | "code-used"
  /** The code could not be sent by e-mail or text message: configuration, or a quota of senders. */
  | "code-not-sent"
  /** Codes or passwords were tried or asked for too often: wait up to an hour. */
  | "hourly-limit"
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
  /** AWS does not let signed-in people assume the Identity Pool's role: configuration. */
  | "speaker-role-refused"
  /** The other provider did not let the person in, or they said no there. */
  | "provider-refused"
  /** What came back from the other provider belongs to no sign-in that was begun in this tab: nothing was done with it. */
  | "provider-answer-unknown"
  /** This browser keeps nothing from page to page, without which nobody can come back from another provider. */
  | "storage-needed";

/** The same call may succeed later although nobody does anything about it. */
export type RetryableErrorCode =
  /** Too many requests at once: try again later. */
  | "throttled"
  /** AWS could not be reached. */
  | "network"
  /** AWS failed, or answered something that is not understood: try again later. */
  | "unavailable";

/** Each code answers "what can the person, or the caller, do now?"; the words for people live in the apps. */
export type AuthErrorCode =
  | AccountErrorCode
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
  /** This device's clock is so wrong that AWS refuses what it signs. */
  | "clock-wrong"
  | RetryableErrorCode;

/** The only error `@lectern/auth` throws or rejects with. `message` is for developers and never holds a secret. */
export class AuthError extends CodedError<AuthErrorCode> {
  override readonly name = "AuthError";
}

const retryable: Record<RetryableErrorCode, true> = { throttled: true, network: true, unavailable: true };

/** Whether the same call may succeed later although nobody does anything about it. */
export const isRetryable = (error: unknown): boolean =>
  error instanceof AuthError && Object.hasOwn(retryable, error.code);

export const hasCode = (error: unknown, ...codes: AuthErrorCode[]): boolean =>
  error instanceof AuthError && codes.includes(error.code);
