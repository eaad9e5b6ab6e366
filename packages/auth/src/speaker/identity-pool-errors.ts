import { retryableCode } from "../aws-post.ts";
import { AuthError, type AuthErrorCode } from "../errors.ts";

/** cognito-identity's error names, for somebody signed in; source: reference/aws.md §5. */
const codes: Partial<Record<string, AuthErrorCode>> = {
  ResourceNotFoundException: "identity-pool-not-found",
  // The token is valid, so the Identity Pool does not accept this User Pool.
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

/** Translates whatever the SDK throws. Its `name` is AWS's, or the browser's when AWS was not reached. */
export function identityPoolError(error: unknown): AuthError {
  if (error instanceof AuthError) return error;
  // The SDK does not check that AWS answers with text.
  const name = error instanceof Error && typeof error.name === "string" ? error.name : "";
  // `hasOwn`, because the name comes from outside and may be "constructor".
  const own = Object.hasOwn(codes, name) ? codes[name] : undefined;
  const code = own ?? retryableCode({ type: name, status: 0 }) ?? "unavailable";
  return new AuthError(code, `The Identity Pool refused: ${name}.`, { cause: error });
}
