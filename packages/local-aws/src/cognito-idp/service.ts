import { createJsonService, type JsonOperation } from "../http/json-service.ts";
import type { Service } from "../http/service.ts";
import { associateSoftwareToken } from "./associate-software-token.ts";
import { changePassword } from "./change-password.ts";
import { confirmForgotPassword } from "./confirm-forgot-password.ts";
import { confirmSignUp } from "./confirm-sign-up.ts";
import { deleteUser } from "./delete-user.ts";
import { deleteUserAttributes } from "./delete-user-attributes.ts";
import { forgotPassword } from "./forgot-password.ts";
import { getTokensFromRefreshToken } from "./get-tokens-from-refresh-token.ts";
import { getUser } from "./get-user.ts";
import { getUserAttributeVerificationCode } from "./get-user-attribute-verification-code.ts";
import { globalSignOut } from "./global-sign-out.ts";
import { initiateAuth } from "./initiate-auth.ts";
import { createCategories } from "./quotas.ts";
import { resendConfirmationCode } from "./resend-confirmation-code.ts";
import { respondToAuthChallenge } from "./respond-to-auth-challenge.ts";
import { revokeToken } from "./revoke-token.ts";
import { setUserMfaPreference } from "./set-user-mfa-preference.ts";
import { signUp } from "./sign-up.ts";
import { updateUserAttributes } from "./update-user-attributes.ts";
import type { UserPool } from "./user-pool.ts";
import { verifySoftwareToken } from "./verify-software-token.ts";
import { verifyUserAttribute } from "./verify-user-attribute.ts";

/** The User Pool's API. */
export function createCognitoIdp(userPool: UserPool, administration: Record<string, JsonOperation>): Service {
  const counted = createCategories(userPool.clock);
  const forgot = counted("recovery", forgotPassword(userPool));
  return createJsonService("cognito-idp", "AWSCognitoIdentityProviderService", {
    InitiateAuth: initiateAuth(userPool),
    RespondToAuthChallenge: respondToAuthChallenge(userPool),
    GetUser: counted("read", getUser(userPool)),
    GlobalSignOut: counted("resourceUpdate", globalSignOut(userPool)),
    RevokeToken: counted("token", revokeToken(userPool)),
    GetTokensFromRefreshToken: counted("token", getTokensFromRefreshToken(userPool)),
    SignUp: counted("creation", signUp(userPool)),
    ConfirmSignUp: counted("creation", confirmSignUp(userPool)),
    ResendConfirmationCode: counted("resourceUpdate", resendConfirmationCode(userPool)),
    ForgotPassword: forgot,
    ConfirmForgotPassword: counted("recovery", confirmForgotPassword(userPool)),
    ChangePassword: counted("recovery", changePassword(userPool)),
    UpdateUserAttributes: counted("update", updateUserAttributes(userPool, forgot)),
    DeleteUserAttributes: counted("update", deleteUserAttributes(userPool)),
    GetUserAttributeVerificationCode: counted("resourceUpdate", getUserAttributeVerificationCode(userPool)),
    VerifyUserAttribute: counted("resourceUpdate", verifyUserAttribute(userPool)),
    DeleteUser: counted("update", deleteUser(userPool)),
    AssociateSoftwareToken: counted("resourceUpdate", associateSoftwareToken(userPool)),
    VerifySoftwareToken: counted("resourceUpdate", verifySoftwareToken(userPool)),
    SetUserMFAPreference: counted("resourceUpdate", setUserMfaPreference(userPool)),
    ...administration,
  });
}
