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
