/** Every check, in the order they are reported. */
export type Check =
  | "configuration"
  | "user-pool"
  | "app-client"
  | "refresh"
  | "identity-pool"
  | "guests"
  | "classic-flow"
  | "guest-role"
  | "http-api"
  | "clock"
  | "web-socket-api"
  | "sign-in"
  | "speaker-role"
  | "speaker-channel"
  | "guest-channel"
  | "guest-limits"
  | "speaker-limits";

/** A check's result. "not-checked": a check it depends on failed, or no account was given. */
export type Finding =
  | { check: Check; verdict: "ok"; says: string }
  | { check: Check; verdict: "not-checked"; says: string }
  | { check: Check; verdict: "wrong"; says: string; mend: string };

export const ok = (check: Check, says: string): Finding => ({ check, verdict: "ok", says });
export const wrong = (check: Check, says: string, mend: string): Finding => ({ check, verdict: "wrong", says, mend });
export const notChecked = (check: Check, says: string): Finding => ({ check, verdict: "not-checked", says });

/** An AWS error's name, and its name with its message. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** The code of what went wrong on the way, such as ENOTFOUND; null when something answered. fetch hides it in causes. */
function codeOnTheWay(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { name, code, cause, errors } = error as Error & { code?: unknown; errors?: unknown[] };
  if (name === "TimeoutError") return name;
  if (typeof code === "string" && /^(E[A-Z]+(_[A-Z]+)*|UND_ERR_[A-Z_]+)$/.test(code)) return code;
  return codeOnTheWay(errors?.[0] ?? cause);
}

/** That nothing answered, if that is what the error says: then nothing is known of what was asked for. Else null. */
export function unanswered(check: Check, error: unknown, variable: string): Finding | null {
  const code = codeOnTheWay(error);
  if (code === null) return null;
  return wrong(check, `Nothing answers (${code}).`, `Check this machine's network and DNS, then ${variable}.`);
}
