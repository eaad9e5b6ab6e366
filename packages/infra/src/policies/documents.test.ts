import { startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Deployed, resolve } from "../testing/resolve.ts";
import { templateOf } from "../testing/templates.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

/** A role of a template, as text, deployed where local-aws is. */
function deployed(stack: "KVSWebRTCStack" | "SessionStack", role: string) {
  const { identityPoolId, tableArn, webSocketApiArn } = stand.deps.deployment;
  const values: Deployed = [
    [/^IdentityPool$/, identityPoolId],
    [/^Table\w+\.Arn$/, tableArn],
    [/^WebSocketApi\w+$/, webSocketApiArn.split(":").at(-1) ?? ""],
    [/Log\w+\.Arn$/, "arn:aws:logs:us-east-1:123456789012:log-group:any:*"],
  ];
  const { Properties } = templateOf(stack).findResources("AWS::IAM::Role")[role] ?? {};
  const [document, ...others] = resolve(Properties.Policies, values);
  return {
    trust: JSON.stringify(resolve(Properties.AssumeRolePolicyDocument, values)),
    permissions: JSON.stringify(document.PolicyDocument),
    others: others.map(({ PolicyName }: { PolicyName: string }) => PolicyName),
    maxSessionSeconds: Properties.MaxSessionDuration,
    managed: Properties.ManagedPolicyArns,
  };
}

describe("the documents that are deployed are, to the byte, those local-aws runs under", () => {
  it.each([
    ["guest", "GuestRole"],
    ["speaker", "SpeakerRole"],
  ] as const)("%s", (name, role) => {
    const { trust, permissions, maxSessionSeconds } = stand.deps.roles[name];
    expect(deployed("KVSWebRTCStack", role)).toEqual({
      trust: JSON.stringify(trust),
      permissions: JSON.stringify(permissions),
      others: [],
      maxSessionSeconds,
      managed: undefined,
    });
    expect(maxSessionSeconds).toBe(3600);
  });

  it.each(["HttpRole", "WebSocketRole", "ReaperRole"])("handlers: %s", (role) => {
    const { trust, permissions } = stand.deps.roles.handlers;
    expect(deployed("SessionStack", role)).toMatchObject({
      trust: JSON.stringify(trust),
      permissions: JSON.stringify(permissions),
      // Its own log, which local-aws has no part in.
      others: ["log"],
      managed: undefined,
    });
  });
});

it("has no other role that trusts Cognito", () => {
  const trusting = (["KVSWebRTCStack", "SessionStack", "WebStack"] as const).flatMap((stack) =>
    Object.entries(templateOf(stack, "everything").findResources("AWS::IAM::Role")).flatMap(([id, role]) =>
      JSON.stringify(role.Properties.AssumeRolePolicyDocument).includes("cognito-identity") ? [id] : [],
    ),
  );
  expect(trusting).toEqual(["SpeakerRole", "GuestRole"]);
});
