import { expect, it } from "vitest";
import { type DescribedPool, linesOf, settingsNeeded } from "./existing-pools.ts";

const pool = (userPoolId: string, more: Partial<DescribedPool> = {}): DescribedPool => ({
  id: "us-east-1:12345678-1234-1234-1234-123456789012",
  name: "a pool",
  guests: true,
  classicFlow: true,
  guestRoleArn: "arn:aws:iam::123456789012:role/guest",
  roleMappings: false,
  speakerTag: "speaker",
  providers: [
    { name: `cognito-idp.us-east-1.amazonaws.com/${userPoolId}`, clientId: "client", serverSideTokenCheck: true },
  ],
  ...more,
});

it("lists what must be changed in them", () => {
  const needed = (more: Partial<DescribedPool>) =>
    settingsNeeded(pool("us-east-1_Mine", more), "us-east-1_Mine").join("\n");
  expect(needed({})).toBe("");
  expect(needed({ guests: false })).toContain("AllowUnauthenticatedIdentities: true");
  expect(needed({ classicFlow: false })).toContain("AllowClassicFlow: true");
  expect(needed({ providers: [] })).toContain("ServerSideTokenCheck: true");
  expect(needed({ roleMappings: true })).toContain("no role mappings");
  expect(needed({ guestRoleArn: null })).toContain("a role for guests");
  expect(needed({ speakerTag: "sub" })).toContain("a principal tag “speaker”");
});

it("names the app clients of this User Pool, and of no other that the same Identity Pool trusts", () => {
  const [mine, another] = [pool("us-east-1_Mine"), pool("us-east-1_Another")];
  const both = {
    ...mine,
    providers: [...another.providers.map((one) => ({ ...one, clientId: "foreign" })), ...mine.providers],
  };
  expect(linesOf(both, "us-east-1_Mine").filter((line) => line.includes("CLIENT"))).toEqual([
    "VITE_COGNITO_CLIENT_ID=client",
  ]);
});
