import { randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import { mailInvitation } from "../cognito-idp/administer.ts";
import { attributesOf, isEmail, readAnyAttributes, requireAttributes } from "../cognito-idp/attributes.ts";
import { removeUser } from "../cognito-idp/delete-user.ts";
import { aliasExists, invalidParameter, notAuthorized } from "../cognito-idp/exceptions.ts";
import { checkPassword } from "../cognito-idp/password-policy.ts";
import { mfaSettings, setFactors } from "../cognito-idp/set-user-mfa-preference.ts";
import { attributes, parameters, password, username } from "../cognito-idp/shapes.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { User } from "../cognito-idp/users.ts";
import type { Inbox } from "../control/inbox.ts";
import type { JsonOperation } from "../http/json-service.ts";
import { listOf, oneOf } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import type { UserPoolOperation } from "./user-pool-operation.ts";

const ofUser = { Username: username };

/** A user as the administrator's lists show it. Times are epoch seconds. */
export const userType = (user: User, list: "Attributes" | "UserAttributes" = "Attributes") => ({
  Username: user.username,
  [list]: Object.entries(attributesOf(user)).map(([Name, Value]) => ({ Name, Value })),
  UserCreateDate: (user.createdAt ?? user.passwordSetAt) / 1000,
  UserLastModifiedDate: user.passwordSetAt / 1000,
  Enabled: !user.disabled,
  UserStatus: user.status,
});

/** As the pool makes one: random, and by its rules. */
const temporaryPassword = (): string => `Aa1-${randomBytes(12).toString("base64url")}`;

/** What an administrator wrote, as it is kept. */
function written({ email, email_verified, ...others }: Record<string, string>): Partial<User> {
  return {
    attributes: others,
    ...(email !== undefined && { email, emailVerified: email_verified === "true" }),
    ...(email === undefined && email_verified !== undefined && { emailVerified: email_verified === "true" }),
  };
}

/** Another account that signs in by this verified address. */
function requireFreeAlias({ users }: UserPool, given: Record<string, string>, own?: string): void {
  if (given.email === undefined || given.email_verified !== "true") return;
  const holder = users.find(given.email);
  if (holder !== undefined && holder.username !== own) throw aliasExists();
}

/** Operations on one account, signed by an administrator. */
export function userAdministration(pool: UserPool, inbox: Inbox, on: UserPoolOperation): Record<string, JsonOperation> {
  const { users, sessions, codes } = pool;
  const find = (name: string): User => {
    const user = users.find(name);
    if (user === undefined) throw new AwsError("UserNotFoundException", "User does not exist.");
    return user;
  };
  const onUser = (action: string, change: (user: User) => unknown) =>
    on(action, ofUser, ({ Username }) => change(find(Username)) ?? {});
  const invite = (user: User, secret: string, deliver: boolean) => {
    if (deliver) mailInvitation(inbox, user, secret);
    return { User: userType(user) };
  };

  return {
    AdminCreateUser: on(
      "AdminCreateUser",
      {
        ...ofUser,
        UserAttributes: v.optional(attributes, []),
        TemporaryPassword: v.optional(password),
        ForceAliasCreation: v.optional(v.boolean(), false),
        MessageAction: v.optional(oneOf("RESEND", "SUPPRESS")),
        DesiredDeliveryMediums: v.optional(listOf(oneOf("SMS", "EMAIL")), ["SMS"]),
        ClientMetadata: v.optional(parameters),
        ValidationData: v.optional(attributes),
      },
      (input) => {
        const secret = input.TemporaryPassword ?? temporaryPassword();
        checkPassword(secret);
        const deliver = input.MessageAction !== "SUPPRESS" && input.DesiredDeliveryMediums.includes("EMAIL");
        if (input.MessageAction === "RESEND") {
          const { username: name, status } = find(input.Username);
          if (status !== "FORCE_CHANGE_PASSWORD") {
            throw new AwsError(
              "UnsupportedUserStateException",
              `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`,
            );
          }
          return invite(users.setPassword(name, secret, status), secret, deliver);
        }
        if (isEmail(input.Username)) {
          throw invalidParameter("Username cannot be of email format, since user pool is configured for email alias.");
        }
        const given = readAnyAttributes(input.UserAttributes);
        requireAttributes(["email"], given);
        if (users.find(input.Username)) throw new AwsError("UsernameExistsException", "User account already exists");
        const holder = users.find(given.email ?? "");
        if (!input.ForceAliasCreation) requireFreeAlias(pool, given);
        else if (holder !== undefined) users.update(holder.username, { emailVerified: false });
        const unverified = { email: "", emailVerified: false, attributes: {}, factors: [] };
        const user = users.add(
          {
            ...{ username: input.Username, sub: randomUUID(), status: "FORCE_CHANGE_PASSWORD" as const },
            ...unverified,
            ...written(given),
          },
          secret,
        );
        return invite(user, secret, deliver);
      },
    ),
    AdminGetUser: onUser("AdminGetUser", (user) => ({
      ...userType(user, "UserAttributes"),
      ...(user.factors.length > 0 && { UserMFASettingList: user.factors }),
      ...(user.preferredFactor !== undefined && { PreferredMfaSetting: user.preferredFactor }),
    })),
    AdminSetUserPassword: on(
      "AdminSetUserPassword",
      { ...ofUser, Password: password, Permanent: v.optional(v.boolean(), false) },
      ({ Username, Password, Permanent }) => {
        const { username: name } = find(Username);
        checkPassword(Password);
        users.setPassword(name, Password, Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD");
        return {};
      },
    ),
    AdminUpdateUserAttributes: on(
      "AdminUpdateUserAttributes",
      { ...ofUser, UserAttributes: attributes, ClientMetadata: v.optional(parameters) },
      ({ Username, UserAttributes }) => {
        const user = find(Username);
        const given = readAnyAttributes(UserAttributes);
        requireFreeAlias(pool, given, user.username);
        const change = written(given);
        users.update(user.username, { ...change, attributes: { ...user.attributes, ...change.attributes } });
        return {};
      },
    ),
    AdminSetUserMFAPreference: on(
      "AdminSetUserMFAPreference",
      { ...ofUser, ...mfaSettings },
      ({ Username, ...given }) => {
        setFactors(pool, find(Username), given);
        return {};
      },
    ),
    AdminResetUserPassword: onUser("AdminResetUserPassword", ({ username: name, email, emailVerified, status }) => {
      if (status !== "CONFIRMED") throw notAuthorized("User password cannot be reset in the current state.");
      if (!emailVerified) {
        const missing = "as there is no registered/verified email or phone_number";
        throw invalidParameter(`Cannot reset password for the user ${missing}`);
      }
      users.update(name, { status: "RESET_REQUIRED" });
      codes.send("reset-password", name, email);
    }),
    AdminUserGlobalSignOut: onUser("AdminUserGlobalSignOut", ({ username: name }) =>
      sessions.revoke((session) => session.username === name),
    ),
    AdminDisableUser: onUser("AdminDisableUser", ({ username: name }) => void users.update(name, { disabled: true })),
    AdminEnableUser: onUser("AdminEnableUser", ({ username: name }) => void users.update(name, { disabled: false })),
    AdminDeleteUser: onUser("AdminDeleteUser", ({ username: name }) => removeUser(pool, name)),
  };
}
