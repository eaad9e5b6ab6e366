import * as model from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { userPoolError } from "./user-pool-errors.ts";

/** Every error of the SDK's model. */
const exceptions = Object.entries(model).flatMap(([name, value]) =>
  typeof value === "function" && value.prototype instanceof model.CognitoIdentityProviderServiceException ? [name] : [],
);

test("the model's errors are found", () => {
  expect(exceptions.length).toBeGreaterThan(50);
  expect(exceptions).toContain("NotAuthorizedException");
});

/** Failures of AWS's, and what only administrators are told. An update of the SDK that brings a new one fails here. */
test("exactly these errors of the model mean no more than that AWS is unavailable", () => {
  expect(exceptions.filter((name) => userPoolError("account", name, "").code === "unavailable").sort()).toEqual([
    "ConcurrentModificationException",
    "DuplicateProviderException",
    "GroupExistsException",
    "InternalErrorException",
    "InternalServerException",
    "InvalidLambdaResponseException",
    "ManagedLoginBrandingExistsException",
    "PreconditionNotMetException",
    "TermsExistsException",
    "TierChangeNotAllowedException",
    "UnexpectedLambdaException",
    "UserImportInProgressException",
    "UserPoolTaggingException",
    "UsernameExistsException",
  ]);
});

test.each([
  ["sign-up", "NotAuthorizedException", "SignUp is not permitted for this user pool", "sign-up-closed"],
  ["sign-up", "InvalidParameterException", "Invalid email address format.", "email-refused"],
  ["sign-up", "InvalidParameterException", "Value at 'password' failed to satisfy constraint", "password-policy"],
  ["confirm-sign-up", "NotAuthorizedException", "Current status is CONFIRMED", "already-confirmed"],
  ["resend-code", "InvalidParameterException", "User is already confirmed.", "already-confirmed"],
  ["forgot-password", "NotAuthorizedException", "User password cannot be reset", "nothing-to-reset"],
  ["forgot-password", "UserNotFoundException", "", "nothing-to-reset"],
  ["second-factor", "ExpiredCodeException", "Your software token has already been used once.", "code-used"],
  ["second-factor", "ExpiredCodeException", "Invalid code provided", "challenge-expired"],
  ["second-factor", "NotAuthorizedException", "Invalid session for the user.", "challenge-expired"],
  ["reset-password", "ExpiredCodeException", "Invalid code provided", "code-expired"],
  ["change-password", "NotAuthorizedException", "Incorrect username or password.", "wrong-password"],
  ["change-password", "InvalidParameterException", "1 … Value at 'previousPassword' failed …", "wrong-password"],
  ["change-password", "InvalidParameterException", "1 … Value at 'proposedPassword' failed …", "password-policy"],
  [
    "change-password",
    "InvalidParameterException",
    "2 … Value at 'previousPassword' failed …; Value at 'proposedPassword' failed …",
    "password-policy",
  ],
  ["change-password", "NotAuthorizedException", "Access Token has been revoked", "session-expired"],
  ["account", "UserNotFoundException", "User does not exist.", "session-expired"],
  ["authenticator", "EnableSoftwareTokenMFAException", "Code mismatch", "wrong-code"],
  ["verify-attribute", "AliasExistsException", "", "email-taken"],
  ["sign-in", "LimitExceededException", "", "too-many-attempts"],
  ["reset-password", "LimitExceededException", "", "hourly-limit"],
] as const)("while doing %s, %s (%s) means %s", (step, name, message, code) => {
  expect(userPoolError(step, name, message).code).toBe(code);
});
