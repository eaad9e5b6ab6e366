import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { parseConfiguration } from "@lectern/auth/configuration";
import { expect, it } from "vitest";
import { root } from "../command-line.ts";
import { readConfiguration, readVariables } from "./configuration.ts";

const example = parseEnv(readFileSync(`${root}.env.example`, "utf8"));
const mine = {
  VITE_HTTP_API_URL: "https://k3j9f0a1zq.execute-api.us-east-1.amazonaws.com",
  VITE_WEBSOCKET_URL: "wss://q0w8e7r6t5.execute-api.us-east-1.amazonaws.com/live",
  VITE_AWS_REGION: "us-east-1",
  VITE_ENCRYPTION_KEY: "rYzJcF0N6mVb2Xq8kTtLw1Hs9PgDxxuE5aCoIi4SjUQ=",
  VITE_COGNITO_USER_POOL_ID: "us-east-1_Kd83hXq0P",
  VITE_COGNITO_CLIENT_ID: "6m1dq3b7k9v2c5x8z4n0p1r3t5",
  VITE_COGNITO_IDENTITY_POOL_ID: "us-east-1:0f8fad5b-d9cb-469f-a165-70867728950e",
  VITE_GUEST_ROLE_ARN: "arn:aws:iam::210987654321:role/lectern-prod-guest",
  VITE_LISTENER_URL: "https://listen.talks.test",
};
const problemsOf = (variables: Record<string, string | undefined>) => {
  const read = readConfiguration(variables);
  return read.ok ? [] : read.problems.map(({ variable, problem }) => `${variable}: ${problem}`).sort();
};
const placeholder = (variable: string) => `${variable}: It is still an example's, not one of yours.`;

it("takes values of one's own", () => {
  expect(problemsOf(mine)).toEqual([]);
});

it("refuses every value of .env.example that is still there, and would be valid but for that", () => {
  const copied = { ...example, VITE_ENCRYPTION_KEY: mine.VITE_ENCRYPTION_KEY };
  expect(parseConfiguration(copied, "speaker")).toMatchObject({ ok: true });
  const own = Object.keys(mine).filter((name) => !["VITE_AWS_REGION", "VITE_ENCRYPTION_KEY"].includes(name));
  expect(problemsOf(copied)).toEqual(own.map(placeholder).sort());
  for (const name of own)
    expect(problemsOf({ ...mine, VITE_AWS_REGION: "eu-central-1", [name]: example[name] })).toContain(
      placeholder(name),
    );
});

it.each([
  ["VITE_COGNITO_USER_POOL_ID", "us-east-1_AbCdEfGhI", ".env.example's, with one's own region"],
  ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1:12345678-90ab-cdef-1234-567890abcdef", "an explanation's"],
  ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "blanks"],
  ["VITE_HTTP_API_URL", "https://xxx.execute-api.us-east-1.amazonaws.com", "blanks"],
  ["VITE_WEBSOCKET_URL", "wss://xxx.execute-api.us-east-1.amazonaws.com/prod", "blanks"],
  ["VITE_ENCRYPTION_KEY", "your-32-character-encryption-key-here", "blanks"],
  ["VITE_COGNITO_CLIENT_ID", "<the client's ID>", "blanks"],
  ["VITE_LISTENER_URL", "https://listen.example.org/", ".env.example's, with a slash"],
])("refuses %s=%s: %s", (name, value) => {
  expect(problemsOf({ ...mine, [name]: value })).toEqual([placeholder(name)]);
});

it("names .env.example where there is no .env, and the command that writes one from a deployment", () => {
  const folder = `${mkdtempSync(join(tmpdir(), "lectern-env-"))}/`;
  try {
    expect(() => readVariables(undefined, folder)).toThrow(
      /There is no \.env\. .*--env NAME.*copy \.env\.example to \.env /,
    );
    expect(() => readVariables("prod", folder)).toThrow(
      /There is no \.env\.prod\. .*--env prod.*copy \.env\.example to \.env\.prod /,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
