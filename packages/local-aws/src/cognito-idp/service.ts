import { createJsonService } from "../http/json-service.ts";
import type { Service } from "../http/service.ts";
import { associateSoftwareToken } from "./associate-software-token.ts";
import { changePassword } from "./change-password.ts";
import { confirmForgotPassword } from "./confirm-forgot-password.ts";
import { confirmSignUp } from "./confirm-sign-up.ts";
import { deleteUser } from "./delete-user.ts";
import { deleteUserAttributes } from "./delete-user-attributes.ts";
import { forgotPassword } from "./forgot-password.ts";
import { getUser } from "./get-user.ts";
import { getUserAttributeVerificationCode } from "./get-user-attribute-verification-code.ts";
import { globalSignOut } from "./global-sign-out.ts";
import { initiateAuth } from "./initiate-auth.ts";
import { createQuotas } from "./quotas.ts";
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
export function createCognitoIdp({ userPool }: { userPool: UserPool }): Service {
  const within = createQuotas(userPool.clock);
  return createJsonService("cognito-idp", "AWSCognitoIdentityProviderService", {
    InitiateAuth: initiateAuth(userPool),
    RespondToAuthChallenge: respondToAuthChallenge(userPool),
    GetUser: within("read", getUser(userPool)),
    GlobalSignOut: within("resourceUpdate", globalSignOut(userPool)),
    RevokeToken: within("token", revokeToken(userPool)),
    SignUp: within("creation", signUp(userPool)),
    ConfirmSignUp: within("creation", confirmSignUp(userPool)),
    ResendConfirmationCode: within("resourceUpdate", resendConfirmationCode(userPool)),
    ForgotPassword: within("recovery", forgotPassword(userPool)),
    ConfirmForgotPassword: within("recovery", confirmForgotPassword(userPool)),
    ChangePassword: within("recovery", changePassword(userPool)),
    UpdateUserAttributes: within("update", updateUserAttributes(userPool)),
    DeleteUserAttributes: within("update", deleteUserAttributes(userPool)),
    GetUserAttributeVerificationCode: within("resourceUpdate", getUserAttributeVerificationCode(userPool)),
    VerifyUserAttribute: within("resourceUpdate", verifyUserAttribute(userPool)),
    DeleteUser: within("update", deleteUser(userPool)),
    AssociateSoftwareToken: within("resourceUpdate", associateSoftwareToken(userPool)),
    VerifySoftwareToken: within("resourceUpdate", verifySoftwareToken(userPool)),
    SetUserMFAPreference: within("resourceUpdate", setUserMfaPreference(userPool)),
  });
}

/** The pool's public keys, for whoever verifies its tokens. */
export function createJwks({ userPool }: { userPool: UserPool }): Service {
  const path = `/${userPool.userPoolId}/.well-known/jwks.json`;
  return {
    name: "jwks",
    claims: (request) => request.path === path,
    handle: async () => ({
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "public, max-age=86400" },
      body: JSON.stringify({ keys: [userPool.key.publicJwk] }),
    }),
  };
}
