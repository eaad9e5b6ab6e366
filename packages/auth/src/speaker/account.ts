import { displayedText } from "@lectern/primitives";
import * as v from "valibot";
import { AuthError, hasCode } from "../errors.ts";
import { type AuthenticatorKey, associate, verify } from "./authenticator.ts";
import type { Cognito } from "./cognito.ts";
import { mailAddress, readableAddress } from "./mail-address.ts";
import { readPhoneNumber } from "./phone-number.ts";
import type { Session } from "./session/session.ts";
import type { Tokens } from "./session/tokens.ts";
import type { SecondFactor } from "./sign-in-state.ts";
import { typedCode } from "./typed-code.ts";

/** What a speaker's account is at present. */
export interface AccountDetails {
  readonly email: string;
  /** Empty where none is given. */
  readonly name: string;
  /** Where text messages go; null: nowhere. Only a verified number counts. */
  readonly phone: { readonly number: string; readonly verified: boolean } | null;
  /** Second factors that are switched on. */
  readonly factors: readonly SecondFactor[];
  /** The provider whose password it is; null: the account's own. */
  readonly provider: string | null;
}

/**
 * What a speaker does with their own account. All of it rejects with `AuthError` only: `signed-out`, `session-expired`, a
 * retryable one, and the codes named at each.
 */
export interface Account {
  read(): Promise<AccountDetails>;
  /** @throws AuthError `attributes-refused` */
  rename(name: string): Promise<void>;
  /** Sends a code to the new address; the old one stays until `confirmEmail`. @throws AuthError `attributes-refused` */
  changeEmail(email: string): Promise<void>;
  /** @throws AuthError `wrong-code`, `code-expired`, `email-taken`, `hourly-limit` */
  confirmEmail(code: string): Promise<void>;
  /** @throws AuthError `hourly-limit` */
  resendEmailCode(): Promise<void>;
  /** Sends a code to the new number, which counts from `confirmPhone` on. @throws AuthError `phone-refused`, `code-not-sent` */
  changePhone(number: string): Promise<void>;
  /** @throws AuthError `wrong-code`, `code-expired`, `hourly-limit` */
  confirmPhone(code: string): Promise<void>;
  /** @throws AuthError `hourly-limit`, `code-not-sent` */
  resendPhoneCode(): Promise<void>;
  /** Takes the number away, and the second factor that it was. */
  removePhone(): Promise<void>;
  /** Whether signing in asks for a code by text message; beside an app, for one of both. It needs a verified number. */
  setTextMessages(on: boolean): Promise<void>;
  /** Other sessions go on. @throws AuthError `wrong-password`, `password-policy`, `hourly-limit` */
  changePassword(change: { previous: string; next: string }): Promise<void>;
  /** A key for an authenticator app, which counts from `confirmAuthenticator` on. */
  beginAuthenticator(): Promise<AuthenticatorKey>;
  /** @throws AuthError `wrong-code` */
  confirmAuthenticator(code: string): Promise<void>;
  removeAuthenticator(): Promise<void>;
  /** Deletes the account for good, here and everywhere. @param managedLoginUrl - as for `signOut` */
  remove(managedLoginUrl?: string): Promise<void>;
}

const userSchema = v.object({
  UserAttributes: v.array(v.object({ Name: v.string(), Value: v.optional(v.string(), "") })),
  UserMFASettingList: v.optional(v.array(v.string()), []),
});
const identitiesSchema = v.pipe(v.string(), v.parseJson(), v.array(v.object({ providerName: v.string() })));

/** @param forgetAt - signs out of managed login as well */
export function createAccount(
  cognito: Cognito,
  session: Session,
  forgetAt: (managedLoginUrl: string | undefined, ended: Tokens | null) => void,
): Account {
  const { call } = cognito;

  /** With an access token; once more with a fresh one if that was refused, since it may have expired by the server's clock. */
  async function asSpeaker<T>(work: (asker: { AccessToken: string }) => Promise<T>): Promise<T> {
    const { accessToken } = await session.current();
    try {
      return await work({ AccessToken: accessToken });
    } catch (error) {
      if (!hasCode(error, "session-expired")) throw error;
      return work({ AccessToken: (await session.refresh()).accessToken });
    }
  }

  const update = (Name: string, Value: string) =>
    asSpeaker((asker) =>
      call("account", "UpdateUserAttributes", { ...asker, UserAttributes: [{ Name, Value }] }, v.unknown()),
    );
  const setFactors = (settings: Partial<Record<"SMSMfaSettings" | "SoftwareTokenMfaSettings", { Enabled: boolean }>>) =>
    asSpeaker((asker) =>
      // None is preferred: who has both is asked which, so that either may be lost.
      call("account", "SetUserMFAPreference", { ...asker, ...settings }, v.unknown()),
    );
  const verifyAttribute = (AttributeName: "email" | "phone_number", code: string) =>
    asSpeaker((asker) =>
      call("verify-attribute", "VerifyUserAttribute", { ...asker, AttributeName, Code: typedCode(code) }, v.unknown()),
    );
  const sendCodeFor = (AttributeName: "email" | "phone_number") =>
    asSpeaker((asker) => call("account", "GetUserAttributeVerificationCode", { ...asker, AttributeName }, v.unknown()));

  return {
    async read() {
      const user = await asSpeaker((asker) => call("account", "GetUser", asker, userSchema));
      const attributes = new Map(user.UserAttributes.map(({ Name, Value }) => [Name, Value]));
      const number = attributes.get("phone_number");
      const identities = v.safeParse(identitiesSchema, attributes.get("identities"));
      return {
        email: readableAddress(attributes.get("email") ?? ""),
        name: displayedText(attributes.get("name") ?? ""),
        phone: number ? { number, verified: attributes.get("phone_number_verified") === "true" } : null,
        factors: (["totp", "sms"] as const).filter((factor) =>
          user.UserMFASettingList.includes(factor === "totp" ? "SOFTWARE_TOKEN_MFA" : "SMS_MFA"),
        ),
        provider: identities.success ? (identities.output[0]?.providerName ?? null) : null,
      };
    },
    async rename(typed) {
      const name = displayedText(typed);
      if (name === "") throw new AuthError("attributes-refused", "Nothing of the name is seen.");
      await update("name", name);
    },
    async changeEmail(address) {
      await update("email", mailAddress(address).toLowerCase());
    },
    async confirmEmail(code) {
      await verifyAttribute("email", code);
      // The tokens still name the old address. Should this fail, new ones come within the hour anyway.
      await session.refresh().catch(() => undefined);
    },
    async resendEmailCode() {
      await sendCodeFor("email");
    },
    async changePhone(typed) {
      const number = readPhoneNumber(typed);
      if (number === null) throw new AuthError("phone-refused", "The number does not say its country, or is none.");
      await update("phone_number", number);
    },
    async confirmPhone(code) {
      await verifyAttribute("phone_number", code);
    },
    async resendPhoneCode() {
      await sendCodeFor("phone_number");
    },
    async removePhone() {
      await setFactors({ SMSMfaSettings: { Enabled: false } });
      const UserAttributeNames = ["phone_number"];
      await asSpeaker((asker) =>
        call("account", "DeleteUserAttributes", { ...asker, UserAttributeNames }, v.unknown()),
      );
    },
    async setTextMessages(Enabled) {
      await setFactors({ SMSMfaSettings: { Enabled } });
    },
    async changePassword({ previous, next }) {
      const passwords = { PreviousPassword: previous, ProposedPassword: next };
      await asSpeaker((asker) => call("change-password", "ChangePassword", { ...asker, ...passwords }, v.unknown()));
    },
    async beginAuthenticator() {
      const { email: address } = await session.current();
      return (await asSpeaker((asker) => associate(cognito, asker, address))).key;
    },
    async confirmAuthenticator(code) {
      await asSpeaker((asker) => verify(cognito, asker, code));
      await setFactors({ SoftwareTokenMfaSettings: { Enabled: true } });
    },
    async removeAuthenticator() {
      await setFactors({ SoftwareTokenMfaSettings: { Enabled: false } });
    },
    async remove(managedLoginUrl) {
      await asSpeaker((asker) => call("account", "DeleteUser", asker, v.unknown()));
      forgetAt(managedLoginUrl, session.end("signed-out"));
    },
  };
}
