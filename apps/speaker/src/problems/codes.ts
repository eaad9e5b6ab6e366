import { AuthError, type AuthErrorCode } from "@lectern/auth/errors";
import { LiveError, type LiveErrorCode } from "@lectern/live/errors";
import { SessionApiError, type SessionApiErrorCode } from "@lectern/session-api/client";

/** What only a listener can run into. */
const LISTENER_ONLY = [
  "guest-access-off",
  "classic-flow-off",
  "guest-role-refused",
  "session-not-live",
  "full",
  "seat-lost",
] as const;

/** Codes that mean the same to a person as another. */
const SAME_AS = { unauthorized: "signed-out", forbidden: "not-owner", "not-host": "already-hosted" } as const;

type Code = AuthErrorCode | LiveErrorCode | SessionApiErrorCode;
type SameCode = keyof typeof SAME_AS;

/** Everything that can go wrong on the speaker's page. */
export type ProblemCode = Exclude<Code, (typeof LISTENER_ONLY)[number] | SameCode>;

export interface ProblemWords {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
}

const isSameCode = (code: Code): code is SameCode => Object.hasOwn(SAME_AS, code);
const isProblemCode = (code: Exclude<Code, SameCode>): code is ProblemCode =>
  !LISTENER_ONLY.some((other) => other === code);

/** The more specific code: the cause's, where the error only says that credentials were refused. */
export function mostTelling(code: Code, cause?: unknown): ProblemCode {
  if (code === "credentials-refused" && cause instanceof AuthError) return mostTelling(cause.code);
  if (isSameCode(code)) return SAME_AS[code];
  return isProblemCode(code) ? code : "unavailable";
}

/** The code of whatever was thrown. */
export function problemCodeOf(error: unknown): ProblemCode {
  const known = error instanceof AuthError || error instanceof LiveError || error instanceof SessionApiError;
  return known ? mostTelling(error.code, error.cause) : "unavailable";
}

/** Codes after which only signing in again helps. */
export const needsSignIn = (code: ProblemCode): boolean => code === "signed-out" || code === "session-expired";
