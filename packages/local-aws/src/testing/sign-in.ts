import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from "amazon-cognito-identity-js";
import type { LocalAws } from "../start.ts";

export type SignIn =
  | { next: "signed-in"; session: CognitoUserSession; user: CognitoUser }
  | { next: "new-password"; userAttributes: unknown; answer(password: string): Promise<CognitoUserSession> };

function memoryStorage(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

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
    user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), {
      onSuccess: (session) => resolve({ next: "signed-in", session, user }),
      onFailure: reject,
      newPasswordRequired: (userAttributes) =>
        resolve({
          next: "new-password",
          userAttributes,
          answer: (newPassword) =>
            new Promise((onSuccess, onFailure) => {
              user.completeNewPasswordChallenge(newPassword, {}, { onSuccess, onFailure });
            }),
        }),
    });
  });
}

/** Signs in an account that needs nothing more than its password. */
export async function session(localAws: LocalAws, email: string, password: string): Promise<CognitoUserSession> {
  const result = await signIn(localAws, email, password);
  if (result.next !== "signed-in") throw new Error(`unexpected challenge ${result.next}`);
  return result.session;
}
