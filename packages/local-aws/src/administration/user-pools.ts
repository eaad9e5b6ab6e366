import * as v from "valibot";
import { invalidParameter } from "../cognito-idp/exceptions.ts";
import { parseInput } from "../cognito-idp/input.ts";
import { PASSWORD_POLICY } from "../cognito-idp/password-policy.ts";
import { attributeName } from "../cognito-idp/shapes.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { User } from "../cognito-idp/users.ts";
import type { Inbox } from "../control/inbox.ts";
import type { JsonOperation } from "../http/json-service.ts";
import { integer, listOf, text } from "../http/model.ts";
import type { Authenticator } from "../iam/principal.ts";
import { type Account, USER_POOL_NAME } from "./account.ts";
import { pageOf, pageToken } from "./page.ts";
import { signedOperation } from "./signed-operation.ts";
import { onUserPool, userPoolArn } from "./user-pool-operation.ts";
import { userAdministration, userType } from "./users.ts";

const listInput = v.object({ MaxResults: integer({ min: 1, max: 60 }), NextToken: v.optional(pageToken) });

const mfaConfiguration = { off: "OFF", optional: "OPTIONAL", required: "ON" } as const;

function describe({ userPoolId, settings, users }: UserPool) {
  const verified = ["email", ...(settings.sms ? ["phone_number"] : [])];
  const { minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols } = PASSWORD_POLICY;
  return {
    Id: userPoolId,
    Arn: userPoolArn(userPoolId),
    Name: USER_POOL_NAME,
    Policies: {
      PasswordPolicy: {
        MinimumLength: minimumLength,
        RequireLowercase: requireLowercase,
        RequireUppercase: requireUppercase,
        RequireNumbers: requireNumbers,
        RequireSymbols: requireSymbols,
      },
    },
    AliasAttributes: ["email"],
    AutoVerifiedAttributes: verified,
    UsernameConfiguration: { CaseSensitive: false },
    MfaConfiguration: mfaConfiguration[settings.secondFactor],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: !settings.selfSignUp },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: verified },
    EstimatedNumberOfUsers: users.all().length,
  };
}

/** What can be searched for, as documented for ListUsers. */
const SEARCHABLE = new Set([
  ..."username email phone_number name given_name family_name preferred_username sub".split(" "),
  ...["cognito:user_status", "status"],
]);
/** `email = "ada@example.org"` and `email ^= "ada"`. */
const FILTER = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/;

function matching(filter: string | undefined): (user: User) => boolean {
  if (!filter) return () => true;
  const [, name = "", operator, quoted = ""] = FILTER.exec(filter) ?? [];
  if (operator === undefined) throw invalidParameter("Invalid search filter format.");
  if (!SEARCHABLE.has(name)) throw invalidParameter(`Invalid search attribute: ${name}`);
  const wanted = quoted.replace(/\\(.)/g, "$1");
  return (user) => {
    const { Username, Enabled, UserStatus, Attributes } = userType(user);
    const attributes = Object.fromEntries(
      (Attributes as { Name: string; Value: string }[]).map((a) => [a.Name, a.Value]),
    );
    const states = { username: Username, "cognito:user_status": UserStatus, status: Enabled ? "Enabled" : "Disabled" };
    const found = { ...attributes, ...states }[name] ?? "";
    return operator === "=" ? found === wanted : found.startsWith(wanted);
  };
}

const usersInput = {
  AttributesToGet: v.optional(listOf(attributeName)),
  Limit: v.optional(integer({ min: 0, max: 60 })),
  PaginationToken: v.optional(pageToken),
  Filter: v.optional(text({ max: 256 })),
};
const MOST_USERS = 60;

/** What an administrator asks of Cognito's User Pools. */
export function userPoolAdministration(
  { userPools }: Account,
  authenticator: Authenticator,
  pool: UserPool,
  inbox: Inbox,
): Record<string, JsonOperation> {
  const on = onUserPool(pool, authenticator);
  return {
    ...userAdministration(pool, inbox, on),
    ListUserPools: signedOperation(authenticator, "cognito-idp", "ListUserPools", (input) => {
      const { MaxResults, NextToken } = parseInput(listInput, input);
      const all = [...userPools].map(([Id, Name]) => ({ Id, Name }));
      const { shown, next } = pageOf(all, MaxResults, NextToken);
      return { UserPools: shown, ...(next && { NextToken: next }) };
    }),
    DescribeUserPool: on("DescribeUserPool", {}, () => ({ UserPool: describe(pool) })),
    ListUsers: on("ListUsers", usersInput, ({ AttributesToGet, Limit, PaginationToken, Filter }) => {
      const found = pool.users.all().filter(matching(Filter));
      const page = pageOf(found, Limit || MOST_USERS, PaginationToken);
      const Users = page.shown.map((user) => {
        const { Attributes, ...others } = userType(user);
        const all = Attributes as { Name: string }[];
        return { ...others, Attributes: all.filter(({ Name }) => AttributesToGet?.includes(Name) ?? true) };
      });
      return { Users, ...(page.next && { PaginationToken: page.next }) };
    }),
  };
}
