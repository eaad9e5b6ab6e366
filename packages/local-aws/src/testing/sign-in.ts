import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
  type ICognitoStorage,
} from "amazon-cognito-identity-js";
import type { LocalAws } from "../start.ts";

export type SignIn =
  | { next: "signed-in"; session: CognitoUserSession; user: CognitoUser }
  | {
      next: "new-password";
      userAttributes: unknown;
      requiredAttributes: unknown;
      /** Rejects with the name of a challenge that follows. */
      answer(password: string, attributes?: Record<string, string>): Promise<CognitoUserSession>;
    }
  | { next: "challenge"; challenge: string; parameters: unknown; user: CognitoUser };

function memoryStorage(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** What the library calls for a challenge other than a new password. */
const challenges = (hear: (challenge: string, parameters: unknown) => void) => ({
  mfaRequired: hear,
  totpRequired: hear,
  mfaSetup: hear,
  selectMFAType: hear,
});

/** Signs in with amazon-cognito-identity-js, as the product does. Rejects with the library's own error. */
export function signIn({ env, url }: LocalAws, email: string, password: string): Promise<SignIn> {
  const storage = memoryStorage();
  const pool = new CognitoUserPool({
    UserPoolId: env.VITE_COGNITO_USER_POOL_ID ?? "",
    ClientId: env.VITE_COGNITO_CLIENT_ID ?? "",
    endpoint: url,
    Storage: storage,
  });
  const user = new CognitoUser({ Username: email, Pool: pool, Storage: storage });
  return new Promise((resolve, reject) => {
    const callbacks: IAuthenticationCallback = {
      onSuccess: (session) => resolve({ next: "signed-in", session, user }),
      onFailure: reject,
      newPasswordRequired: (userAttributes: unknown, requiredAttributes: unknown) =>
        resolve({
          next: "new-password",
          userAttributes,
          requiredAttributes,
          answer: (newPassword, attributes = {}) =>
            new Promise((onSuccess, onFailure) => {
              user.completeNewPasswordChallenge(newPassword, attributes, {
                onSuccess,
                onFailure,
                ...challenges(onFailure),
              });
            }),
        }),
      ...challenges((challenge, parameters) => resolve({ next: "challenge", challenge, parameters, user })),
    };
    user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), callbacks);
  });
}

/** Signs in an account that needs nothing more than its password. */
export async function session(localAws: LocalAws, email: string, password: string): Promise<CognitoUserSession> {
  const result = await signIn(localAws, email, password);
  if (result.next !== "signed-in") throw new Error(`unexpected challenge ${result.next}`);
  return result.session;
}
