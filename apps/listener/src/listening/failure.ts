import { type AccountErrorCode, AuthError, type AuthErrorCode } from "@lectern/auth/errors";
import type { LiveErrorCode } from "@lectern/live/errors";

/** What only a broadcast can run into. */
type BroadcastOnly =
  | "microphone-denied"
  | "microphone-missing"
  | "microphone-failed"
  | "microphone-not-open"
  | "not-owner"
  | "already-hosted";

/** What has another screen, or is shown beside the talk because it is tried again by itself. */
type NoFailure = "no-path" | "signed-out" | "session-not-found";

export type FailureCode = Exclude<AuthErrorCode, AccountErrorCode> | Exclude<LiveErrorCode, BroadcastOnly | NoFailure>;

const known: Record<FailureCode, true> = {
  "identity-pool-not-found": true,
  "identity-pool-invalid": true,
  "guest-access-off": true,
  "classic-flow-off": true,
  "guest-role-refused": true,
  "credentials-refused": true,
  "clock-wrong": true,
  throttled: true,
  network: true,
  unavailable: true,
  "bad-response": true,
  "signaling-refused": true,
  "not-supported": true,
};

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(known, code);

/** All of them. A new code does not compile without its line above. */
export const failureCodes: readonly FailureCode[] = Object.keys(known).filter(isFailureCode);

/** The more specific code: the cause's, where the error only says that credentials were refused. */
export function failureCodeOf(code: LiveErrorCode, cause: unknown): FailureCode {
  if (cause instanceof AuthError && isFailureCode(cause.code)) return cause.code;
  return isFailureCode(code) ? code : "unavailable";
}
