import * as v from "valibot";
import { AuthError, hasCode } from "../errors.ts";
import type { Cognito } from "./cognito.ts";
import type { PendingSignUpStore } from "./pending-sign-up.ts";
import { typedCode } from "./typed-code.ts";

/** Making an account, and proving its address. */
export interface SignUp {
  /** @param email - in small letters */
  signUp(email: string, password: string): Promise<void>;
  /** @param email - whose sign-up, if it is known; else the latest one's. @returns its address */
  confirm(code: string, email: string | undefined): Promise<string>;
  resendCode(email: string | undefined): Promise<void>;
}

export function createSignUp(
  { call, clientId: ClientId }: Cognito,
  pending: PendingSignUpStore,
  newUsername: () => string,
): SignUp {
  function waitingForCode(email: string | undefined) {
    const waiting = pending.find(email) ?? pending.find();
    if (waiting === null) throw new AuthError("challenge-expired", "No account waits for a code here.");
    return waiting;
  }

  return {
    async signUp(email, Password) {
      const Username = newUsername();
      const UserAttributes = [{ Name: "email", Value: email }];
      await call("sign-up", "SignUp", { ClientId, Username, Password, UserAttributes }, v.unknown());
      pending.keep({ email, username: Username });
    },
    async confirm(code, whose) {
      const { email, username: Username } = waitingForCode(whose);
      const input = { ClientId, Username, ConfirmationCode: typedCode(code) };
      try {
        await call("confirm-sign-up", "ConfirmSignUp", input, v.unknown());
      } catch (error) {
        if (hasCode(error, "email-taken")) pending.forget();
        if (!hasCode(error, "already-confirmed")) throw error;
      }
      pending.forget();
      return email;
    },
    async resendCode(whose) {
      const { username: Username } = waitingForCode(whose);
      await call("resend-code", "ResendConfirmationCode", { ClientId, Username }, v.unknown());
    },
  };
}
