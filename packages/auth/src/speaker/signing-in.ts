import * as v from "valibot";
import { AuthError, type AuthErrorCode } from "../errors.ts";
import { associate, verify } from "./authenticator.ts";
import { type Challenge, type ChallengeAnswer, listOf, notSupported, respond } from "./challenge.ts";
import type { Cognito } from "./cognito.ts";
import type { PendingSignUpMemory } from "./pending-sign-up.ts";
import type { Keep, SecondFactor, SignInStep } from "./state.ts";
import type { Tokens } from "./tokens.ts";
import type { UserPool, UserPoolAnswer } from "./user-pool.ts";

/** A password and how long it opens the door. */
export interface Credentials {
  email: string;
  password: string;
  /** Default "browser". */
  keep?: Keep;
}

/** From a password to a session, one function for each step. Each tells what comes next; none rejects with anything but `AuthError`. */
export interface SigningIn {
  /**
   * @throws AuthError `wrong-credentials`, `temporary-password-expired`, `challenge-not-supported`, `too-many-attempts`,
   *   `sign-in-refused`, `user-pool-not-found`, `user-pool-invalid`, `clock-wrong` or a passing one
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
   * @throws AuthError those two, `challenge-expired` or a passing one
   */
  answerCode(code: string): Promise<SignInStep>;
  /** Answers `choose-factor`. @throws AuthError `challenge-expired` or a passing one */
  chooseFactor(factor: SecondFactor): Promise<SignInStep>;
  /** Answers `set-up-authenticator`. @throws AuthError `wrong-code`, `challenge-expired` or a passing one */
  confirmAuthenticator(code: string): Promise<SignInStep>;
  /** Makes an account. @throws AuthError `sign-up-closed`, `password-policy`, `email-refused` or a passing one */
  signUp(credentials: Credentials): Promise<SignInStep>;
  /**
   * Answers `confirm-sign-up`, and signs in where the password is still known.
   *
   * @throws AuthError `wrong-code`, `code-expired`, `email-taken`, `hourly-limit` and those of `signIn`
   */
  confirmSignUp(code: string): Promise<SignInStep>;
  /** @throws AuthError `hourly-limit`, `already-confirmed` or a passing one */
  resendSignUpCode(): Promise<void>;
  /**
   * Sends a code, if there is an account of this address and it has a password to reset. The answer is the same if not.
   *
   * @throws AuthError `hourly-limit` or a passing one
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
  pending: PendingSignUpMemory;
  /** Whoever was kept has been looked for, so as not to come back over who signs in now. */
  ready: () => Promise<void>;
  begin: (tokens: Tokens, keep: Keep) => Promise<void>;
  newUsername: () => string;
}

type Question = Exclude<UserPoolAnswer, { next: "signed-in" }>;

const factorNames = { totp: "SOFTWARE_TOKEN_MFA", sms: "SMS_MFA" } as const;
const isOne = (error: unknown, ...codes: AuthErrorCode[]): boolean =>
  error instanceof AuthError && codes.includes(error.code);

export function createSigningIn({ cognito, userPool, pending, ready, begin, newUsername }: SigningInParts): SigningIn {
  const { call, clientId } = cognito;
  let question: Question | null = null;
  /** Kept from step to step, no longer. */
  let attempt: Credentials | null = null;

  async function take(answer: UserPoolAnswer | ChallengeAnswer): Promise<SignInStep> {
    switch (answer.next) {
      case "signed-in": {
        const keep = attempt?.keep ?? "browser";
        question = attempt = null;
        await begin(answer.tokens, keep);
        return { next: "signed-in" };
      }
      case "new-password":
        question = answer;
        return { next: "new-password", requiredAttributes: answer.requiredAttributes };
      case "challenge":
        return ask(answer.challenge);
    }
  }

  async function ask(challenge: Challenge): Promise<SignInStep> {
    question = { next: "challenge", challenge };
    switch (challenge.name) {
      case "SOFTWARE_TOKEN_MFA":
        return { next: "totp-code" };
      case "SMS_MFA":
        return { next: "sms-code", sentTo: challenge.parameters.CODE_DELIVERY_DESTINATION ?? "" };
      case "SELECT_MFA_TYPE": {
        const offered = listOf(challenge, "MFAS_CAN_CHOOSE");
        const factors = (["totp", "sms"] as const).filter((factor) => offered.includes(factorNames[factor]));
        if (factors.length === 0) throw notSupported(offered.join(", "));
        return { next: "choose-factor", factors };
      }
      case "MFA_SETUP": {
        const offered = listOf(challenge, "MFAS_CAN_SETUP");
        if (!offered.includes("SOFTWARE_TOKEN_MFA")) throw notSupported(offered.join(", "));
        const asker = { Session: challenge.session };
        const { key, session = asker.Session } = await associate(cognito, asker, attempt?.email ?? challenge.username);
        question = { next: "challenge", challenge: { ...challenge, session } };
        return { next: "set-up-authenticator", key };
      }
      default:
        throw notSupported(challenge.name);
    }
  }

  /** The challenge that is open. @throws AuthError `challenge-expired` */
  function asked(...names: string[]): Challenge {
    if (question?.next === "challenge" && names.includes(question.challenge.name)) return question.challenge;
    throw new AuthError("challenge-expired", "No such answer is asked for.");
  }

  async function enter(name: string, { email, password }: Credentials): Promise<SignInStep> {
    try {
      return await take(await userPool.authenticate(name, password));
    } catch (error) {
      // The code that the administrator's reset sent may have ended long ago.
      if (isOne(error, "password-reset-required")) return sendResetCode(email);
      if (isOne(error, "not-confirmed")) return { next: "confirm-sign-up", email };
      throw error;
    }
  }

  /** By the alias; then, if that is not one yet, by the username of the account that waits for its code. */
  async function prove(credentials: Credentials): Promise<SignInStep> {
    await ready();
    const { email } = credentials;
    try {
      return await enter(email, credentials);
    } catch (error) {
      const waiting = pending.find(email.toLowerCase());
      if (waiting === null || !isOne(error, "wrong-credentials")) throw error;
      return enter(waiting.username, credentials).catch(() => Promise.reject(error));
    }
  }

  async function sendResetCode(Username: string): Promise<SignInStep> {
    await call("forgot-password", "ForgotPassword", { ClientId: clientId, Username }, v.unknown()).catch(
      (error: unknown) => {
        // An invited person, for example, has nothing to reset; to say so would tell a stranger that they are invited.
        if (!isOne(error, "nothing-to-reset")) throw error;
      },
    );
    return { next: "reset-password", email: Username };
  }

  function start(credentials: Credentials): Credentials {
    question = null;
    attempt = { ...credentials, email: credentials.email.trim() };
    return attempt;
  }

  function waitingForCode() {
    const waiting = pending.find(attempt?.email.toLowerCase()) ?? pending.find();
    if (waiting === null) throw new AuthError("challenge-expired", "No account waits for a code here.");
    return waiting;
  }

  return {
    signIn: (credentials) => prove(start(credentials)),

    async answerNewPassword(password, attributes = {}) {
      if (question?.next !== "new-password") {
        throw new AuthError("challenge-expired", "No new password is asked for.");
      }
      return take(await question.answer(password, attributes));
    },

    async answerCode(code) {
      const challenge = asked("SOFTWARE_TOKEN_MFA", "SMS_MFA");
      return take(await respond(cognito, challenge, { [`${challenge.name}_CODE`]: code.replace(/\s/g, "") }));
    },

    async chooseFactor(factor) {
      return take(await respond(cognito, asked("SELECT_MFA_TYPE"), { ANSWER: factorNames[factor] }));
    },

    async confirmAuthenticator(code) {
      const challenge = asked("MFA_SETUP");
      const session = (await verify(cognito, { Session: challenge.session }, code)) ?? challenge.session;
      return take(await respond(cognito, { ...challenge, session }, {}));
    },

    async signUp(credentials) {
      const { email: typed, password } = start(credentials);
      const email = typed.toLowerCase();
      const Username = newUsername();
      const UserAttributes = [{ Name: "email", Value: email }];
      await call(
        "sign-up",
        "SignUp",
        { ClientId: clientId, Username, Password: password, UserAttributes },
        v.unknown(),
      );
      pending.keep({ email, username: Username });
      return { next: "confirm-sign-up", email };
    },

    async confirmSignUp(code) {
      const { email, username } = waitingForCode();
      const input = { ClientId: clientId, Username: username, ConfirmationCode: code.replace(/\s/g, "") };
      try {
        await call("confirm-sign-up", "ConfirmSignUp", input, v.unknown());
      } catch (error) {
        if (isOne(error, "email-taken")) pending.forget();
        if (!isOne(error, "already-confirmed")) throw error;
      }
      pending.forget();
      return attempt?.email.toLowerCase() === email ? prove(attempt) : { next: "sign-in", email };
    },

    async resendSignUpCode() {
      const { username } = waitingForCode();
      await call("resend-code", "ResendConfirmationCode", { ClientId: clientId, Username: username }, v.unknown());
    },

    forgotPassword: (email) => sendResetCode(email.trim()),

    async resetPassword({ code, ...credentials }) {
      const started = start(credentials);
      const { email: Username, password: Password } = started;
      const input = { ClientId: clientId, Username, ConfirmationCode: code.replace(/\s/g, ""), Password };
      await call("reset-password", "ConfirmForgotPassword", input, v.unknown());
      return prove(started);
    },
  };
}
