import { readFileSync } from "node:fs";
import * as sdk from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAccounts, type TestAccounts } from "../testing/accounts.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

/** Every operation of the SDK's model. */
const operations = Object.keys(sdk).flatMap((name) => (name.endsWith("Command") ? [name.slice(0, -7)] : []));

/** What comes back for this body. */
async function ask(operation: string, body: object): Promise<string> {
  const response = await fetch(accounts.localAws.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  return response.text();
}
const isPlayed = async (operation: string) => !(await ask(operation, {})).includes("UnknownOperationException");

test.each([
  ["SignUp", ["SecretHash", "ValidationData", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["ConfirmSignUp", ["SecretHash", "Session", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["ResendConfirmationCode", ["SecretHash", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["ForgotPassword", ["SecretHash", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["ConfirmForgotPassword", ["SecretHash", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["InitiateAuth", ["Session", "ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["RespondToAuthChallenge", ["ClientMetadata", "AnalyticsMetadata", "UserContextData"]],
  ["RevokeToken", ["ClientSecret"]],
  ["GetUserAttributeVerificationCode", ["ClientMetadata"]],
  ["UpdateUserAttributes", ["ClientMetadata"]],
])("%s judges what it has no use for by the model too: %j", async (operation, members) => {
  for (const member of members) {
    expect(await ask(operation, { [member]: 1 }), member).toContain("SerializationException");
  }
  const short = members.filter((member) => ["SecretHash", "Session", "ClientSecret"].includes(member));
  for (const member of short) {
    expect(await ask(operation, { [member]: "" }), member).toContain(
      `at '${member.charAt(0).toLowerCase()}${member.slice(1)}' failed to satisfy constraint: Member must have length`,
    );
  }
});

test("the README's table names the operations that are played, and no other", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const table = readme.split("## The User Pool, operation by operation")[1]?.split("\n## ")[0] ?? "";
  const firstColumn = table.split("\n").map((row) => row.split("|")[1] ?? "");
  const named = new Set(firstColumn.join(" ").match(/\w+/g));
  const played: string[] = [];
  for (const operation of operations) if (await isPlayed(operation)) played.push(operation);
  expect(operations.filter((name) => named.has(name))).toEqual(played);
  expect(played.length).toBeGreaterThan(15);
});
