import { retryableCode } from "../aws-post.ts";
import { AuthError, type AuthErrorCode } from "../errors.ts";

/** cognito-identity's error names, for somebody signed in; source: reference/aws.md §5. */
const codes: Partial<Record<string, AuthErrorCode>> = {
  ResourceNotFoundException: "identity-pool-not-found",
  // The token is ours and fresh: it is the pool that does not know our User Pool.
  NotAuthorizedException: "identity-pool-invalid",
  InvalidParameterException: "identity-pool-invalid",
  ValidationException: "identity-pool-invalid",
  // "Invalid identity pool configuration. Check assigned IAM roles for this pool."
  InvalidIdentityPoolConfigurationException: "speaker-role-refused",
  AccessDeniedException: "speaker-role-refused",
  TypeError: "network",
  TimeoutError: "network",
  AbortError: "network",
};

export const isNotAuthorized = (error: unknown): boolean =>
  error instanceof Error && error.name === "NotAuthorizedException";

/** The SDK passes on what AWS answers, text or not. */
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const NOTHING = { name: "", message: "" };

/** Translates whatever the SDK throws; `name` is AWS's own, or the browser's when nothing was reached. */
export function identityPoolError(error: unknown): AuthError {
  if (error instanceof AuthError) return error;
  const { name, message } = error instanceof Error ? { name: text(error.name), message: text(error.message) } : NOTHING;
  // Names come from outside, and every object has a "constructor".
  const own = Object.hasOwn(codes, name) ? codes[name] : undefined;
  const code = own ?? retryableCode({ type: name, message, status: 0 }) ?? "unavailable";
  return new AuthError(code, `The Identity Pool refused: ${name}. ${message}`, {
    cause: error,
  });
}
