import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
  type ICognitoStorage,
} from "amazon-cognito-identity-js";
import * as v from "valibot";
import { AuthError } from "../errors.ts";
import { type Challenge, notSupported } from "./challenge.ts";
import type { Tokens } from "./session/tokens.ts";
import { type UserPoolStep, userPoolError } from "./user-pool-errors.ts";

/** What a sign-in, or an answer to a challenge, led to. */
export type UserPoolAnswer =
  | { next: "signed-in"; tokens: Tokens }
  | {
      next: "new-password";
      requiredAttributes: readonly string[];
      answer(password: string, attributes: Record<string, string>): Promise<UserPoolAnswer>;
    }
  /** Answered without the library. */
  | { next: "challenge"; challenge: Challenge };

/**
 * Signing in by SRP through amazon-cognito-identity-js. Only this file uses the library, and only for the proof of the
 * password, because its support ends in March 2027.
 */
export interface UserPool {
  /** @throws AuthError */
  authenticate(email: string, password: string): Promise<UserPoolAnswer>;
}

/** The library has no timeout. Long, because slow devices take seconds to compute the proof. */
const STEP_TIMEOUT_MS = 30_000;

export function createUserPool(configuration: {
  userPoolId: string;
  clientId: string;
  awsEndpoint?: string;
}): UserPool {
  const { userPoolId, clientId, awsEndpoint } = configuration;
  return {
    authenticate(email, password) {
      // The library would write tokens to localStorage in the clear. A store for each sign-in, so that a failed one leaves nothing.
      const storage = memoryStorage();
      const pool = new CognitoUserPool({
        UserPoolId: userPoolId,
        ClientId: clientId,
        Storage: storage,
        ...(awsEndpoint === undefined ? {} : { endpoint: `${awsEndpoint}/` }),
      });
      const user = new CognitoUser({ Username: email, Pool: pool, Storage: storage });
      const details = new AuthenticationDetails({ Username: email, Password: password });
      return step("sign-in", user, (callbacks) => user.authenticateUser(details, callbacks));
    },
  };
}

function step(
  name: UserPoolStep,
  user: CognitoUser,
  ask: (callbacks: IAuthenticationCallback) => void,
): Promise<UserPoolAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new AuthError("network", `Cognito did not answer (${name}).`)),
      STEP_TIMEOUT_MS,
    );
    const settle = (how: () => void) => {
      clearTimeout(timer);
      how();
    };
    const challenged = (challenge: string, parameters: unknown) =>
      settle(() => resolve({ next: "challenge", challenge: challengeOf(user, challenge, parameters) }));
    ask({
      onSuccess: (session) => settle(() => resolve({ next: "signed-in", tokens: tokensOf(session) })),
      onFailure: (error: unknown) => settle(() => reject(translate(name, user, error))),
      newPasswordRequired: (_userAttributes: unknown, requiredAttributes: string[]) =>
        settle(() =>
          resolve({
            next: "new-password",
            requiredAttributes,
            answer: (password, attributes) =>
              step("new-password", user, (callbacks) =>
                user.completeNewPasswordChallenge(password, attributes, callbacks),
              ),
          }),
        ),
      mfaRequired: challenged,
      totpRequired: challenged,
      mfaSetup: challenged,
      selectMFAType: challenged,
      customChallenge: () => settle(() => reject(notSupported("CUSTOM_CHALLENGE"))),
    });
  });
}

const sessionSchema = v.object({ Session: v.string() });
const parametersSchema = v.fallback(v.record(v.string(), v.string()), {});

/** The library passes on everything but the Session, which is an undeclared property of the user. */
const challengeOf = (user: CognitoUser, name: string, parameters: unknown): Challenge => ({
  name,
  username: user.getUsername(),
  session: v.parse(sessionSchema, user).Session,
  parameters: v.parse(parametersSchema, parameters),
});

const tokensOf = (session: CognitoUserSession): Tokens => ({
  idToken: session.getIdToken().getJwtToken(),
  accessToken: session.getAccessToken().getJwtToken(),
  refreshToken: session.getRefreshToken().getToken(),
});

function translate(name: UserPoolStep, user: CognitoUser, error: unknown): AuthError {
  // To a challenge it does not know (EMAIL_OTP, …) the library reacts with a session of empty tokens, then a TypeError.
  if (user.getSignInUserSession()?.getAccessToken().getJwtToken() === "") {
    return new AuthError("challenge-not-supported", "Cognito asks for something the library does not know.", {
      cause: error,
    });
  }
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : "";
  return userPoolError(name, typeof code === "string" ? code : "", message, error);
}

function memoryStorage(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
