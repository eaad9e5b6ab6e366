import { AuthError, type AuthErrorCode } from "../errors.ts";

/** What was asked of the User Pool: what a refusal means depends on it. */
export type UserPoolStep =
  | "sign-in"
  | "new-password"
  | "second-factor"
  | "refresh"
  | "sign-out-everywhere"
  | "sign-up"
  | "confirm-sign-up"
  | "resend-code"
  | "forgot-password"
  | "reset-password"
  /** Anything else that somebody signed in does. */
  | "account"
  | "authenticator"
  | "change-password"
  | "verify-attribute";

/** What each of Cognito's errors means; a function where that depends on the step. Any other is `unavailable`. */
const codes: Record<string, AuthErrorCode | ((step: UserPoolStep, message: string) => AuthErrorCode)> = {
  NotAuthorizedException: notAuthorized,
  InvalidParameterException: invalidParameter,
  UserNotFoundException: userNotFound,
  UserNotConfirmedException: "not-confirmed",
  PasswordResetRequiredException: "password-reset-required",
  InvalidPasswordException: "password-policy",
  PasswordHistoryPolicyViolationException: "password-used-before",
  CodeMismatchException: "wrong-code",
  EnableSoftwareTokenMFAException: "wrong-code",
  ExpiredCodeException: expiredCode,
  CodeDeliveryFailureException: "code-not-sent",
  InvalidEmailRoleAccessPolicyException: "code-not-sent",
  InvalidSmsRoleAccessPolicyException: "code-not-sent",
  InvalidSmsRoleTrustRelationshipException: "code-not-sent",
  AliasExistsException: "email-taken",
  MFAMethodNotFoundException: "challenge-not-supported",
  SoftwareTokenMFANotFoundException: "challenge-not-supported",
  LimitExceededException: (step) => (step === "sign-in" ? "too-many-attempts" : "hourly-limit"),
  TooManyFailedAttemptsException: "too-many-attempts",
  TooManyRequestsException: "throttled",
  ThrottlingException: "throttled",
  ServiceQuotaExceededException: "throttled",
  ForbiddenException: "sign-in-refused",
  AccessDeniedException: "sign-in-refused",
  UnauthorizedException: "sign-in-refused",
  UserLambdaValidationException: "sign-in-refused",
  UnsupportedUserStateException: "sign-in-refused",
  ResourceNotFoundException: "user-pool-not-found",
  InvalidUserPoolConfigurationException: "user-pool-invalid",
  UnsupportedOperationException: "user-pool-invalid",
  OperationNotEnabledException: "user-pool-invalid",
  FeatureUnavailableInTierException: "user-pool-invalid",
  UserPoolAddOnNotEnabledException: "user-pool-invalid",
  InvalidOAuthFlowException: "user-pool-invalid",
  ScopeDoesNotExistException: "user-pool-invalid",
  UnsupportedIdentityProviderException: "user-pool-invalid",
  UnsupportedTokenTypeException: "user-pool-invalid",
  RefreshTokenReuseException: "session-expired",
  NetworkError: "network",
  // Passkeys and devices, which Lectern does not use.
  DeviceKeyExistsException: "challenge-not-supported",
  WebAuthnChallengeNotFoundException: "challenge-not-supported",
  WebAuthnClientMismatchException: "challenge-not-supported",
  WebAuthnConfigurationMissingException: "challenge-not-supported",
  WebAuthnCredentialNotSupportedException: "challenge-not-supported",
  WebAuthnNotEnabledException: "challenge-not-supported",
  WebAuthnOriginNotAllowedException: "challenge-not-supported",
  WebAuthnRelyingPartyMismatchException: "challenge-not-supported",
};

/** Translates an error of cognito-idp by its name, and by its message where the name is ambiguous. The message is not repeated: it may quote what was sent, a code for example. */
export function userPoolError(step: UserPoolStep, name: string, message: string, cause?: unknown): AuthError {
  const code = (Object.hasOwn(codes, name) ? codes[name] : undefined) ?? "unavailable";
  return new AuthError(
    typeof code === "string" ? code : code(step, message),
    `Cognito refused (${step}): ${name || "no reason"}.`,
    { cause },
  );
}

function notAuthorized(step: UserPoolStep, message: string): AuthErrorCode {
  if (/secret/i.test(message)) return "user-pool-invalid";
  if (/timestamp|clock/i.test(message)) return "clock-wrong";
  if (/attempts exceeded/i.test(message)) return "too-many-attempts";
  if (/disabled/i.test(message)) return "sign-in-refused";
  if (/temporary password/i.test(message)) return "temporary-password-expired";
  switch (step) {
    case "sign-in":
      return "wrong-credentials";
    case "new-password":
    case "second-factor":
      return "challenge-expired";
    case "sign-up":
      return "sign-up-closed";
    case "confirm-sign-up":
    case "resend-code":
      return "already-confirmed";
    case "forgot-password":
      return "nothing-to-reset";
    case "reset-password":
      return "code-expired";
    case "change-password":
      return /token/i.test(message) ? "session-expired" : "wrong-password";
    case "refresh":
    case "sign-out-everywhere":
    case "account":
    case "authenticator":
    case "verify-attribute":
      return "session-expired";
  }
}

function invalidParameter(step: UserPoolStep, message: string): AuthErrorCode {
  // Of two passwords, the one that no account can have is as wrong as any other.
  if (/previousPassword/i.test(message) && !/proposedPassword/i.test(message)) return "wrong-password";
  if (/'?password'?/i.test(message) && step !== "forgot-password" && step !== "sign-in") return "password-policy";
  switch (step) {
    case "new-password":
      return "attributes-refused";
    case "account":
      return /phone/i.test(message) ? "phone-refused" : "attributes-refused";
    case "sign-up":
      return /email/i.test(message) ? "email-refused" : "attributes-refused";
    case "second-factor":
    case "confirm-sign-up":
    case "reset-password":
    case "authenticator":
    case "verify-attribute":
      return "wrong-code";
    case "resend-code":
      return "already-confirmed";
    case "forgot-password":
      return "nothing-to-reset";
    case "sign-in":
    case "change-password":
    case "refresh":
    case "sign-out-everywhere":
      // Either what was typed cannot be a user name, or the app client does not allow the flow.
      return /'?username'?/i.test(message) ? "wrong-credentials" : "user-pool-invalid";
  }
}

/** Only from a pool that reveals who has an account; Lectern's is deployed not to. */
function userNotFound(step: UserPoolStep): AuthErrorCode {
  switch (step) {
    case "sign-in":
    case "new-password":
    case "second-factor":
      return "wrong-credentials";
    case "sign-up":
    case "confirm-sign-up":
    case "resend-code":
    case "reset-password":
      return "code-expired";
    case "forgot-password":
      return "nothing-to-reset";
    case "refresh":
    case "sign-out-everywhere":
    case "account":
    case "authenticator":
    case "change-password":
    case "verify-attribute":
      return "session-expired";
  }
}

function expiredCode(step: UserPoolStep, message: string): AuthErrorCode {
  if (/used/i.test(message)) return "code-used";
  return step === "second-factor" ? "challenge-expired" : "code-expired";
}
