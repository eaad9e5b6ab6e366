import type { PreTokenGenerationTriggerEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { preTokenGeneration, speakerOf } from "./pre-token-generation.ts";

const eventFor = (userAttributes: Record<string, string>): PreTokenGenerationTriggerEvent => ({
  version: "1",
  region: "us-east-1",
  userPoolId: "us-east-1_Test00000",
  triggerSource: "TokenGeneration_Authentication",
  userName: "somebody",
  callerContext: { awsSdkVersion: "1", clientId: "client" },
  request: { userAttributes, groupConfiguration: {} },
  response: { claimsOverrideDetails: {} },
});

test("speakerOf is the first 32 hex characters of SHA-256", () => {
  // FIPS 180-2's vector "abc".
  expect(speakerOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223");
});

test("adds the claim speaker and keeps what was overridden before", async () => {
  const event = eventFor({ sub: "abc" });
  event.response = {
    claimsOverrideDetails: { claimsToAddOrOverride: { theirs: "kept" }, claimsToSuppress: ["other"] },
  };
  const { response } = await preTokenGeneration(event);
  expect(response.claimsOverrideDetails).toEqual({
    claimsToAddOrOverride: { theirs: "kept", speaker: "ba7816bf8f01cfea414140de5dae2223" },
    claimsToSuppress: ["other"],
  });
});

test("fails for a user without a sub", async () => {
  await expect(preTokenGeneration(eventFor({}))).rejects.toThrow("no sub");
});
