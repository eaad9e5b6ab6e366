import { AuthError, type AuthErrorCode } from "../errors.ts";

/** What was asked of the User Pool: the same refusal means different things. */
export type UserPoolStep = "sign-in" | "new-password" | "refresh" | "sign-out-everywhere";

/** Cognito's error names that mean the same whatever was asked; sources: reference/aws.md §6 and the cognito-idp model. */
const codes: Partial<Record<string, AuthErrorCode>> = {
  UserNotFoundException: "wrong-credentials",
  UserNotConfirmedException: "not-confirmed",
  PasswordResetRequiredException: "password-reset-required",
  InvalidPasswordException: "password-policy",
  PasswordHistoryPolicyViolationException: "password-policy",
  CodeMismatchException: "challenge-expired",
  ExpiredCodeException: "challenge-expired",
  MFAMethodNotFoundException: "challenge-not-supported",
  SoftwareTokenMFANotFoundException: "challenge-not-supported",
  LimitExceededException: "too-many-attempts",
  TooManyFailedAttemptsException: "too-many-attempts",
  TooManyRequestsException: "throttled",
  ThrottlingException: "throttled",
  ForbiddenException: "sign-in-refused",
  UserLambdaValidationException: "sign-in-refused",
  ResourceNotFoundException: "user-pool-not-found",
  InvalidUserPoolConfigurationException: "user-pool-invalid",
  UnsupportedOperationException: "user-pool-invalid",
  RefreshTokenReuseException: "session-expired",
  InternalErrorException: "unavailable",
  InvalidLambdaResponseException: "unavailable",
  UnexpectedLambdaException: "unavailable",
  NetworkError: "network",
};

/** Translates a refusal of cognito-idp, by AWS's name for it (and its words where the name says too little). */
export function userPoolError(step: UserPoolStep, name: string, message: string, cause?: unknown): AuthError {
  return new AuthError(
    codeOf(step, name, message),
    `Cognito refused (${step}): ${name || "no reason"}. ${message}`.trim(),
    {
      cause,
    },
  );
}

function codeOf(step: UserPoolStep, name: string, message: string): AuthErrorCode {
  if (name === "NotAuthorizedException") return codeOfNotAuthorized(step, message);
  if (name === "InvalidParameterException") return codeOfInvalidParameter(step, message);
  // Names come from outside, and every object has a "constructor".
  return (Object.hasOwn(codes, name) ? codes[name] : undefined) ?? "unavailable";
}

function codeOfNotAuthorized(step: UserPoolStep, message: string): AuthErrorCode {
  if (/secret/i.test(message)) return "user-pool-invalid";
  if (/timestamp|clock/i.test(message)) return "clock-wrong";
  if (/attempts exceeded/i.test(message)) return "too-many-attempts";
  if (/disabled/i.test(message)) return "sign-in-refused";
  if (/temporary password/i.test(message)) return "password-reset-required";
  switch (step) {
    case "sign-in":
      return "wrong-credentials";
    case "new-password":
      return "challenge-expired";
    case "refresh":
    case "sign-out-everywhere":
      return "session-expired";
  }
}

function codeOfInvalidParameter(step: UserPoolStep, message: string): AuthErrorCode {
  if (step === "new-password") return "attributes-refused";
  // What was typed is no possible user name. Else the app client does not allow the flow.
  return /'?username'?/i.test(message) ? "wrong-credentials" : "user-pool-invalid";
}
