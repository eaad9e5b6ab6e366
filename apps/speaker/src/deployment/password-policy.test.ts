import { expect, test } from "vitest";
import { deployment } from "../words/en/deployment.tsx";
import { conditionsOf } from "./password-policy.ts";

const { conditions } = deployment;

const met = (password: string) =>
  conditionsOf(password, conditions)
    .filter((condition) => condition.met)
    .map(({ label }) => label);

test("each condition is met by itself", () => {
  expect(met("")).toEqual([]);
  expect(met("abcdefgh")).toEqual(["8 characters or more", "A small letter"]);
  expect(met("A1-")).toEqual(["A capital letter", "A number", "A sign, such as - or !"]);
  expect(met("Correct-Horse-1")).toHaveLength(5);
});

test("a space within is a sign, as it is to Cognito; at an end it is none, and refused", () => {
  expect(met("a b")).toContain("A sign, such as - or !");
  for (const password of [" ab", "ab ", " a b ", "\ta!"]) {
    const unmet = conditionsOf(password, conditions).filter((condition) => !condition.met);
    expect(unmet.map(({ label }) => label)).toContain("No space at either end");
  }
  expect(met(" ab ")).not.toContain("A sign, such as - or !");
});

test("more characters than Cognito takes are said to be too many", () => {
  const labels = (length: number) => conditionsOf("x".repeat(length), conditions).map(({ label }) => label);
  expect(labels(256)).not.toContain("256 characters or less");
  expect(labels(257)).toContain("256 characters or less");
});

test("only what the pool asks for is a condition", () => {
  const policy = {
    minimumLength: 12,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: true,
    requireSymbols: false,
  };
  expect(conditionsOf("12345678901", conditions, policy)).toEqual([
    { label: "12 characters or more", met: false },
    { label: "A number", met: true },
  ]);
});
