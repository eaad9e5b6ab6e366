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

async function isPlayed(operation: string): Promise<boolean> {
  const response = await fetch(accounts.localAws.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: "{}",
  });
  return !(await response.text()).includes("UnknownOperationException");
}

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
