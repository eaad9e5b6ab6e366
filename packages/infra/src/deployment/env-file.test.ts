import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { parseConfiguration } from "@lectern/auth/configuration";
import { expect, it } from "vitest";
import { root } from "../command-line.ts";
import { templateOf } from "../testing/templates.ts";
import { toText, variablesOf } from "./env-file.ts";

const outputs = {
  HttpApiUrl: "https://abc123.execute-api.eu-central-1.amazonaws.com",
  WebSocketUrl: "wss://def456.execute-api.eu-central-1.amazonaws.com/live",
  CognitoUserPoolId: "eu-central-1_AbCdEfGhI",
  CognitoClientId: "1h57kf5cpq17m0eml12example",
  CognitoIdentityPoolId: "eu-central-1:12345678-1234-1234-1234-123456789012",
  GuestRoleArn: "arn:aws:iam::123456789012:role/lectern-prod-guest",
  ListenerUrl: "https://d111111abcdef8.cloudfront.net",
};

it("is a valid configuration of both pages, with the variables of .env.example", () => {
  const variables = parseEnv(toText(variablesOf(outputs, "eu-central-1", {})));
  expect(parseConfiguration(variables, "speaker")).toMatchObject({ ok: true });
  expect(Object.keys(variables).sort()).toEqual(
    Object.keys(parseEnv(readFileSync(`${root}.env.example`, "utf8"))).sort(),
  );
});

it("keeps the file's encryption key, and replaces what the outputs say", () => {
  const before = variablesOf(outputs, "eu-central-1", {});
  const after = variablesOf({ ...outputs, CognitoClientId: "another" }, "eu-central-1", { ...before, MINE: "kept" });
  expect(after).toEqual({ ...before, VITE_COGNITO_CLIENT_ID: "another", MINE: "kept" });
  expect(variablesOf(outputs, "eu-central-1", {}).VITE_ENCRYPTION_KEY).not.toBe(before.VITE_ENCRYPTION_KEY);
});

it("says which output is missing", () => {
  expect(() => variablesOf({ ...outputs, GuestRoleArn: "" }, "eu-central-1", {})).toThrow(/GuestRoleArn/);
});

it("needs only outputs that the stacks have", () => {
  const given = (["KVSWebRTCStack", "SessionStack", "WebStack"] as const).flatMap((stack) =>
    Object.keys(templateOf(stack).toJSON().Outputs),
  );
  expect(given).toEqual(expect.arrayContaining(Object.keys(outputs)));
});
