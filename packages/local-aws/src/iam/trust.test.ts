import { guestRole, type Role, speakerRole } from "@lectern/infra/policies";
import { describe, expect, it } from "vitest";
import { trusts, type WebIdentity } from "./trust.ts";

const identityPoolId = "us-east-1:00000000-0000-4000-8000-000000000000";
const deployment = {
  region: "us-east-1",
  account: "123456789012",
  environmentName: "test",
  identityPoolId,
  tableArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t",
  webSocketApiArn: "arn:aws:execute-api:us-east-1:123456789012:api",
};
const speaker: WebIdentity = {
  aud: identityPoolId,
  sub: "us-east-1:1",
  amr: ["authenticated", "cognito-idp.us-east-1.amazonaws.com/p"],
  tags: { speaker: "abc" },
};
const guest: WebIdentity = { ...speaker, amr: ["unauthenticated"], tags: {} };

const withActions = (role: Role, ...actions: string[]): Role["trust"] => ({
  ...role.trust,
  Statement: role.trust.Statement.map((statement) => ({ ...statement, Action: actions })),
});

describe("the deployed trust policies", () => {
  const roles = { speaker: speakerRole(deployment), guest: guestRole(deployment) };

  it("trust each kind of identity with its own role only", () => {
    expect(trusts(roles.speaker.trust, speaker)).toBe(true);
    expect(trusts(roles.guest.trust, guest)).toBe(true);
    expect(trusts(roles.speaker.trust, guest)).toBe(false);
    expect(trusts(roles.guest.trust, { ...speaker, tags: {} })).toBe(false);
  });

  it("trust no other Identity Pool", () => {
    expect(trusts(roles.guest.trust, { ...guest, aud: "us-east-1:other" })).toBe(false);
  });

  it("refuse tags where sts:TagSession is not trusted", () => {
    const untagged = withActions(roles.speaker, "sts:AssumeRoleWithWebIdentity");
    expect(trusts(untagged, speaker)).toBe(false);
    expect(trusts(untagged, { ...speaker, tags: {} })).toBe(true);
  });
});
