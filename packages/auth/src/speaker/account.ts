import * as v from "valibot";
import { hasCode } from "../errors.ts";
import { type AuthenticatorKey, associate, verify } from "./authenticator.ts";
import type { Cognito } from "./cognito.ts";
import { mailAddress, readableAddress } from "./mail-address.ts";
import type { Session } from "./session/session.ts";
import type { Tokens } from "./session/tokens.ts";
import type { SecondFactor } from "./sign-in-state.ts";
import { typedCode } from "./typed-code.ts";

/** What a speaker's account is at present. */
export interface AccountDetails {
  readonly email: string;
  /** Empty where none is given. */
  readonly name: string;
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
  const prefer = (Enabled: boolean) =>
    asSpeaker((asker) =>
      call(
        "account",
        "SetUserMFAPreference",
        { ...asker, SoftwareTokenMfaSettings: { Enabled, PreferredMfa: Enabled } },
        v.unknown(),
      ),
    );
  const email = { AttributeName: "email" };

  return {
    async read() {
      const user = await asSpeaker((asker) => call("account", "GetUser", asker, userSchema));
      const attributes = new Map(user.UserAttributes.map(({ Name, Value }) => [Name, Value]));
      const identities = v.safeParse(identitiesSchema, attributes.get("identities"));
      return {
        email: readableAddress(attributes.get("email") ?? ""),
        name: attributes.get("name") ?? "",
        factors: (["totp", "sms"] as const).filter((factor) =>
          user.UserMFASettingList.includes(factor === "totp" ? "SOFTWARE_TOKEN_MFA" : "SMS_MFA"),
        ),
        provider: identities.success ? (identities.output[0]?.providerName ?? null) : null,
      };
    },
    async rename(name) {
      await update("name", name.trim());
    },
    async changeEmail(address) {
      await update("email", mailAddress(address).toLowerCase());
    },
    async confirmEmail(code) {
      const Code = typedCode(code);
      await asSpeaker((asker) =>
        call("verify-email", "VerifyUserAttribute", { ...asker, ...email, Code }, v.unknown()),
      );
      // The tokens still name the old address. Should this fail, new ones come within the hour anyway.
      await session.refresh().catch(() => undefined);
    },
    async resendEmailCode() {
      await asSpeaker((asker) =>
        call("account", "GetUserAttributeVerificationCode", { ...asker, ...email }, v.unknown()),
      );
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
      await prefer(true);
    },
    async removeAuthenticator() {
      await prefer(false);
    },
    async remove(managedLoginUrl) {
      await asSpeaker((asker) => call("account", "DeleteUser", asker, v.unknown()));
      forgetAt(managedLoginUrl, session.end("signed-out"));
    },
  };
}
