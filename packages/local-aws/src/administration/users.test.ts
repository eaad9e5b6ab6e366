import { randomUUID } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { totpAt } from "../cognito-idp/totp.ts";
import { OTHER_PASSWORD, PASSWORD } from "../testing/accounts.ts";
import type { Keys } from "../testing/presign.ts";
import { session, signIn } from "../testing/sign-in.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let client: CognitoIdentityProviderClient;
let UserPoolId: string;
const clientOf = (credentials: Keys) =>
  new CognitoIdentityProviderClient({
    ...{ region: "us-east-1", endpoint: stand.localAws.url, credentials, maxAttempts: 1 },
  });
beforeAll(async () => {
  stand = await startTestStand();
  client = clientOf(stand.operator);
  UserPoolId = stand.deps.identifiers.userPoolId;
});
afterAll(() => stand.localAws.close());

const inbox = async (to: string): Promise<{ text: string; code: string }[]> => {
  const all = (await (await fetch(`${stand.localAws.url}/_local/inbox`)).json()) as { to: string }[];
  return all.filter((message) => message.to === to) as never;
};
const verified = (email: string) => [
  { Name: "email", Value: email },
  { Name: "email_verified", Value: "true" },
];

/** Somebody who has signed in before: their name for the commands of docs/operations.md, the e-mail address, and tokens. */
async function member() {
  const Username = `${randomUUID().slice(0, 8)}@example.org`;
  await stand.localAws.createUser({ email: Username, password: PASSWORD });
  const tokens = await session(stand.localAws, Username, PASSWORD);
  return {
    user: { UserPoolId, Username },
    access: tokens.getAccessToken().getJwtToken(),
    refresh: tokens.getRefreshToken().getToken(),
  };
}
const signInOf = ({ Username }: { Username: string }, password = PASSWORD) =>
  signIn(stand.localAws, Username, password);

test("an administrator invites somebody, by the command of docs/operations.md, and again", async () => {
  const email = "ada@example.org";
  const invitation = {
    UserPoolId,
    Username: randomUUID(),
    UserAttributes: verified(email),
    DesiredDeliveryMediums: ["EMAIL" as const],
  };
  const { User } = await client.send(new AdminCreateUserCommand(invitation));
  expect(User).toMatchObject({ Username: invitation.Username, Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
  expect(User?.UserCreateDate).toBeInstanceOf(Date);
  const [mail] = await inbox(email);
  const [, username, password = ""] =
    /^Your username is (\S+) and temporary password is (\S+)$/.exec(mail?.text ?? "") ?? [];
  expect(username).toBe(invitation.Username);
  await expect(signInOf({ Username: email }, password)).resolves.toMatchObject({ next: "new-password" });

  await client.send(new AdminCreateUserCommand({ ...invitation, MessageAction: "RESEND" }));
  expect(await inbox(email)).toHaveLength(2);
  await expect(signInOf({ Username: email }, password)).rejects.toMatchObject({ code: "NotAuthorizedException" });

  const refusals: [object, string][] = [
    [invitation, "UsernameExistsException"],
    [{ ...invitation, Username: randomUUID() }, "AliasExistsException"],
    [{ ...invitation, Username: email }, "InvalidParameterException"],
    [{ ...invitation, Username: randomUUID(), TemporaryPassword: "short" }, "InvalidPasswordException"],
    [{ ...invitation, Username: randomUUID(), UserAttributes: [] }, "InvalidParameterException"],
    [{ ...invitation, UserPoolId: "us-east-1_Another1" }, "ResourceNotFoundException"],
  ];
  for (const [input, name] of refusals) {
    await expect(client.send(new AdminCreateUserCommand(input as typeof invitation))).rejects.toMatchObject({ name });
  }
});

test("an administrator mends a lost second factor, by the command of docs/operations.md", async () => {
  const { user, access: AccessToken } = await member();
  const { SecretCode = "" } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = totpAt(SecretCode, Math.floor(stand.localAws.clock.now() / 30_000));
  await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  await client.send(
    new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }),
  );
  await expect(signInOf(user)).resolves.toMatchObject({ challenge: "SOFTWARE_TOKEN_MFA" });
  const off = { Enabled: false, PreferredMfa: false };
  await client.send(
    new AdminSetUserMFAPreferenceCommand({ ...user, SoftwareTokenMfaSettings: off, SMSMfaSettings: off }),
  );
  await expect(signInOf(user)).resolves.toMatchObject({ next: "signed-in" });
});

test("an administrator has a password set anew, or sets it", async () => {
  const { user } = await member();
  await client.send(new AdminResetUserPasswordCommand(user));
  await expect(signInOf(user)).rejects.toMatchObject({ code: "PasswordResetRequiredException" });
  expect((await inbox(user.Username))[0]?.code).toMatch(/^\d{6}$/);
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: OTHER_PASSWORD, Permanent: true }));
  await expect(signInOf(user, OTHER_PASSWORD)).resolves.toMatchObject({ next: "signed-in" });
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD }));
  await expect(signInOf(user)).resolves.toMatchObject({ next: "new-password" });
});

test("an administrator signs somebody out everywhere, switches the account off and on, and deletes it", async () => {
  const { user, access: AccessToken, refresh } = await member();
  const refreshed = (REFRESH_TOKEN: string) =>
    client.send(
      new InitiateAuthCommand({
        ...{ AuthFlow: "REFRESH_TOKEN_AUTH", ClientId: stand.deps.identifiers.clientId },
        AuthParameters: { REFRESH_TOKEN },
      }),
    );
  await refreshed(refresh);
  const revoked = { name: "NotAuthorizedException", message: "Access Token has been revoked" };
  await client.send(new GetUserCommand({ AccessToken }));
  await client.send(new AdminDisableUserCommand(user));
  await expect(client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject(revoked);
  await client.send(new AdminEnableUserCommand(user));
  await client.send(new AdminUserGlobalSignOutCommand(user));
  await expect(refreshed(refresh)).rejects.toMatchObject({ message: "Refresh Token has been revoked" });

  await client.send(new AdminDisableUserCommand(user));
  expect(await client.send(new AdminGetUserCommand(user))).toMatchObject({ Enabled: false, UserStatus: "CONFIRMED" });
  await expect(signInOf(user)).rejects.toMatchObject({ message: "User is disabled." });
  await client.send(new AdminEnableUserCommand(user));
  await expect(signInOf(user)).resolves.toMatchObject({ next: "signed-in" });

  await client.send(new AdminDeleteUserCommand(user));
  await expect(client.send(new AdminGetUserCommand(user))).rejects.toMatchObject({
    name: "UserNotFoundException",
    message: "User does not exist.",
  });
});

test("the pool is described as it is deployed, and its users are listed, found by address and paged", async () => {
  const { user } = await member();
  const next = `${randomUUID().slice(0, 8)}@example.org`;
  await client.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: verified(next) }));
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  expect(UserPool).toMatchObject({
    Id: UserPoolId,
    MfaConfiguration: "OPTIONAL",
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
  });
  const found = await client.send(new ListUsersCommand({ UserPoolId, Filter: `email = "${next}"` }));
  expect(found.Users).toMatchObject([{ Enabled: true, Attributes: expect.arrayContaining(verified(next)) }]);
  const first = await client.send(new ListUsersCommand({ UserPoolId, Limit: 1 }));
  expect(first.Users).toHaveLength(1);
  const { PaginationToken } = first;
  const second = await client.send(new ListUsersCommand({ UserPoolId, Limit: 1, PaginationToken }));
  expect(second.Users?.[0]?.Username).not.toBe(first.Users?.[0]?.Username);
  for (const Filter of ["email", 'custom:a = "b"', 'picture = "b"', 'constructor ^= "b"']) {
    await expect(client.send(new ListUsersCommand({ UserPoolId, Filter })), Filter).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  }
});

test("the pool is listed among the account's, page by page", async () => {
  stand.account.userPools.set("us-east-1_Another1", "another");
  const first = await client.send(new ListUserPoolsCommand({ MaxResults: 1 }));
  expect(first.UserPools).toEqual([{ Id: UserPoolId, Name: "lectern-local" }]);
  const { NextToken } = first;
  const second = await client.send(new ListUserPoolsCommand({ MaxResults: 1, NextToken }));
  expect(second).toMatchObject({ UserPools: [{ Id: "us-east-1_Another1", Name: "another" }] });
  expect(second.NextToken).toBeUndefined();
  await expect(client.send(new ListUserPoolsCommand({ MaxResults: 1, NextToken: "x" }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("nobody else's key administers accounts, and the refusal names the pool", async () => {
  const { user } = await member();
  const speaker = clientOf(stand.speaker("a"));
  await expect(speaker.send(new AdminDisableUserCommand(user))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(`arn:aws:cognito-idp:us-east-1:123456789012:userpool/${UserPoolId}`),
    $metadata: { httpStatusCode: 400 },
  });
});
