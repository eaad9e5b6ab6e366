import type { PreSignUpTriggerEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { createPreSignUp, NOT_INVITED } from "./pre-sign-up.ts";

const preSignUp = createPreSignUp({
  Work: ["@example.org", "Ada@Home.example"],
  "Work-Guests": ["@example.com"],
  Kelvin: ["@kelvin.example"],
  All: null,
});
const event = (
  userName: string,
  email?: string,
  triggerSource: PreSignUpTriggerEvent["triggerSource"] = "PreSignUp_ExternalProvider",
) =>
  ({
    triggerSource,
    userName,
    request: { userAttributes: email === undefined ? {} : { email } },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  }) as PreSignUpTriggerEvent;

test.each([
  ["Work_1", "anyone@example.org"],
  ["work_1", "Anyone@EXAMPLE.org"],
  ["Work_1", "ada@home.example"],
  ["Work-Guests_1", "anyone@example.com"],
  ["Work_with_underscores", "anyone@example.org"],
  ["All_1", "anyone@anywhere.example"],
  ["All_1", undefined],
])("who comes from another provider as %s with %s is let in", async (userName, email) => {
  const asked = event(userName, email);
  expect(await preSignUp(asked)).toBe(asked);
});

test.each([
  ["Work_1", "anyone@example.com"],
  ["Work_1", "anyone@sub.example.org"],
  ["Work_1", "anyone@notexample.org"],
  ["Work_1", "anyone@example.org@elsewhere.example"],
  ["Work_1", "@example.org.elsewhere.example"],
  ["Work_1", "anyone@elsewhere.example@example.org"],
  ["Work_1", "anyone@elsewhere.example, anyone@example.org"],
  ["Work_1", "anyone@elsewhere.example\n@example.org"],
  ["Work_1", '"anyone@elsewhere.example"@example.org'],
  ["Work_1", "@example.org"],
  ["Work_1", "anyone@example.org."],
  ["Kelvin_1", "anyone@\u212Aelvin.example"],
  ["Work_1", "bob@home.example"],
  ["Work_1", ""],
  ["Work_1", undefined],
  ["Work-Guests_1", "anyone@example.org"],
  ["Work", "anyone@example.org"],
  ["Unnamed_1", "anyone@example.org"],
  ["constructor_1", "anyone@example.org"],
])("a stranger who comes from another provider as %s with %s is refused", async (userName, email) => {
  await expect(preSignUp(event(userName, email))).rejects.toThrow(NOT_INVITED);
});

test.each(["PreSignUp_SignUp", "PreSignUp_AdminCreateUser"] as const)("%s is not its business", async (source) => {
  const asked = event("anyone", "anyone@anywhere.example", source);
  expect(await preSignUp(asked)).toBe(asked);
});
