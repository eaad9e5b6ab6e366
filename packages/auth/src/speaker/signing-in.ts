import { displayedText } from "@lectern/primitives";
import * as v from "valibot";
import { AuthError, hasCode } from "../errors.ts";
import { verify } from "./authenticator.ts";
import { type Challenge, type ChallengeAnswer, respond } from "./challenge.ts";
import { factorNames, stepOf } from "./challenge-step.ts";
import type { Cognito } from "./cognito.ts";
import { mailAddress, readableAddress } from "./mail-address.ts";
import type { PendingSignUpStore } from "./pending-sign-up.ts";
import type { Persistence } from "./session/session-vault.ts";
import type { Tokens } from "./session/tokens.ts";
import {
  type Credentials,
  type SecondFactor,
  type SignInState,
  type SignInStep,
  transitionSignIn,
} from "./sign-in-state.ts";
import { createSignUp } from "./sign-up.ts";
import { typedCode } from "./typed-code.ts";
import type { UserPool, UserPoolAnswer } from "./user-pool.ts";

/** Signing in and making an account, one function for each step. Each resolves to the next step, and rejects with `AuthError` only. */
export interface SigningIn {
  /**
   * @throws AuthError `wrong-credentials`, `temporary-password-expired`, `challenge-not-supported`, `too-many-attempts`,
   *   `sign-in-refused`, `user-pool-not-found`, `user-pool-invalid`, `clock-wrong` or a retryable one
   */
  signIn(credentials: Credentials): Promise<SignInStep>;
  /**
   * Answers `new-password`. After `password-policy` and `attributes-refused` it may be answered again.
   *
   * @throws AuthError those two, `challenge-expired`, and those of `signIn`
   */
  answerNewPassword(password: string, attributes?: Record<string, string>): Promise<SignInStep>;
  /**
   * Answers `totp-code` and `sms-code`. After `wrong-code` and `code-used` it may be answered again.
   *
   * @throws AuthError those two, `challenge-expired` or a retryable one
   */
  answerCode(code: string): Promise<SignInStep>;
  /** Answers `choose-factor`. @throws AuthError `challenge-expired` or a retryable one */
  chooseFactor(factor: SecondFactor): Promise<SignInStep>;
  /** Answers `set-up-authenticator`. @throws AuthError `wrong-code`, `challenge-expired` or a retryable one */
  confirmAuthenticator(code: string): Promise<SignInStep>;
  /** Makes an account. @throws AuthError `sign-up-closed`, `password-policy`, `email-refused` or a retryable one */
  signUp(credentials: Credentials): Promise<SignInStep>;
  /**
   * Answers `confirm-sign-up`, and signs in where the password is still known.
   *
   * @throws AuthError `wrong-code`, `code-expired`, `email-taken`, `hourly-limit` and those of `signIn`
   */
  confirmSignUp(code: string): Promise<SignInStep>;
  /** @throws AuthError `hourly-limit`, `already-confirmed` or a retryable one */
  resendSignUpCode(): Promise<void>;
  /**
   * Sends a code, if there is an account of this address and it has a password to reset. The answer is the same if not.
   *
   * @throws AuthError `hourly-limit` or a retryable one
   */
  forgotPassword(email: string): Promise<SignInStep>;
  /**
   * Answers `reset-password` and signs in with the new password.
   *
   * @throws AuthError `wrong-code`, `code-expired`, `password-policy`, `hourly-limit` and those of `signIn`
   */
  resetPassword(answer: Credentials & { code: string }): Promise<SignInStep>;
}

export interface SigningInParts {
  cognito: Cognito;
  userPool: UserPool;
  pending: PendingSignUpStore;
  /** Resolves once a kept session has been looked for, so that it does not come back over who signs in now. */
  ready: () => Promise<void>;
  begin: (tokens: Tokens, persistence: Persistence) => Promise<void>;
  newUsername: () => string;
}

export function createSigningIn({ cognito, userPool, pending, ready, begin, newUsername }: SigningInParts): SigningIn {
  const { call, clientId: ClientId } = cognito;
  const account = createSignUp(cognito, pending, newUsername);
  let state: SignInState = { status: "idle" };

  function start(credentials: Credentials): Credentials {
    const trimmed = { ...credentials, email: mailAddress(credentials.email) };
    state = transitionSignIn(state, { type: "begun", credentials: trimmed });
    return trimmed;
  }

  const credentials = () => (state.status === "idle" ? null : state.credentials);
  /** In small letters, as pending sign-ups keep it. */
  const address = () => credentials()?.email.toLowerCase();

  async function take(answer: UserPoolAnswer | ChallengeAnswer): Promise<SignInStep> {
    switch (answer.next) {
      case "signed-in": {
        const persistence = credentials()?.persistence ?? "browser";
        state = transitionSignIn(state, { type: "signed-in" });
        await begin(answer.tokens, persistence);
        return { next: "signed-in" };
      }
      case "new-password":
        state = transitionSignIn(state, { type: "asked", question: answer });
        return { next: "new-password", requiredAttributes: answer.requiredAttributes };
      case "challenge": {
        const email = credentials()?.email ?? answer.challenge.username;
        const { step, challenge } = await stepOf(cognito, answer.challenge, email);
        state = transitionSignIn(state, { type: "asked", question: { next: "challenge", challenge } });
        return step;
      }
    }
  }

  /** The challenge that is open. @throws AuthError `challenge-expired` */
  function asked(...names: string[]): Challenge {
    const question = state.status === "asked" ? state.question : null;
    if (question?.next === "challenge" && names.includes(question.challenge.name)) return question.challenge;
    throw new AuthError("challenge-expired", "No such answer is asked for.");
  }

  async function authenticate(username: string, { email, password }: Credentials): Promise<SignInStep> {
    try {
      return await take(await userPool.authenticate(username, password));
    } catch (error) {
      // Another code is sent, because the administrator's may have expired.
      if (hasCode(error, "password-reset-required")) return sendResetCode(email);
      if (hasCode(error, "not-confirmed")) return { next: "confirm-sign-up", email: readableAddress(email) };
      throw error;
    }
  }

  /** By e-mail; if no confirmed account has it, by the username of the one that waits for its code. */
  async function signIn(given: Credentials): Promise<SignInStep> {
    await ready();
    try {
      return await authenticate(given.email, given);
    } catch (error) {
      const waiting = pending.find(given.email.toLowerCase());
      if (waiting === null || !hasCode(error, "wrong-credentials")) throw error;
      return authenticate(waiting.username, given).catch(() => Promise.reject(error));
    }
  }

  async function sendResetCode(Username: string): Promise<SignInStep> {
    await call("forgot-password", "ForgotPassword", { ClientId, Username }, v.unknown()).catch((error: unknown) => {
      // Somebody invited, for example, has no password to reset. Saying so would tell a stranger about the invitation.
      if (!hasCode(error, "nothing-to-reset")) throw error;
    });
    return { next: "reset-password", email: readableAddress(Username) };
  }

  return {
    signIn: (given) => signIn(start(given)),

    async answerNewPassword(password, attributes = {}) {
      if (state.status !== "asked" || state.question.next !== "new-password") {
        throw new AuthError("challenge-expired", "No new password is asked for.");
      }
      const given = Object.entries(attributes).map(([name, value]) => [name, displayedText(value)] as const);
      if (given.some(([, value]) => value === "")) throw new AuthError("attributes-refused", "Nothing of one is seen.");
      return take(await state.question.answer(password, Object.fromEntries(given)));
    },

    async answerCode(code) {
      const challenge = asked("SOFTWARE_TOKEN_MFA", "SMS_MFA");
      return take(await respond(cognito, challenge, { [`${challenge.name}_CODE`]: typedCode(code) }));
    },

    async chooseFactor(factor) {
      return take(await respond(cognito, asked("SELECT_MFA_TYPE"), { ANSWER: factorNames[factor] }));
    },

    async confirmAuthenticator(code) {
      const challenge = asked("MFA_SETUP");
      const session = (await verify(cognito, { Session: challenge.session }, code)) ?? challenge.session;
      return take(await respond(cognito, { ...challenge, session }, {}));
    },

    async signUp(given) {
      const { email: typed, password } = start(given);
      const email = typed.toLowerCase();
      await account.signUp(email, password);
      return { next: "confirm-sign-up", email: readableAddress(email) };
    },

    async confirmSignUp(code) {
      const email = await account.confirm(code, address());
      const known = credentials();
      const again = { next: "sign-in", email: readableAddress(email) } as const;
      if (known === null || address() !== email) return again;
      try {
        return await signIn(known);
      } catch (error) {
        // Cognito may say "not confirmed" without having looked at the password, which is then asked for again.
        if (hasCode(error, "wrong-credentials")) return again;
        throw error;
      }
    },

    resendSignUpCode: async () => account.resendCode(address()),

    forgotPassword: (email) => sendResetCode(mailAddress(email)),

    async resetPassword({ code, ...given }) {
      const started = start(given);
      const { email: Username, password: Password } = started;
      const input = { ClientId, Username, ConfirmationCode: typedCode(code), Password };
      await call("reset-password", "ConfirmForgotPassword", input, v.unknown());
      return signIn(started);
    },
  };
}
