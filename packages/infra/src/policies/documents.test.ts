import { startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Deployed, resolve } from "../testing/resolve.ts";
import { templateOf } from "../testing/templates.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

/** A role of a template, with local-aws's names and ARNs filled in. */
function deployed(stack: "KVSWebRTCStack" | "SessionStack", role: string) {
  const { identityPoolId, tableArn, webSocketApiArn } = stand.deps.deployment;
  const values: Deployed = [
    [/^IdentityPool$/, identityPoolId],
    [/^Table\w+\.Arn$/, tableArn],
    [/^WebSocketApi\w+$/, webSocketApiArn.split(":").at(-1) ?? ""],
  ];
  const { Properties } = templateOf(stack).findResources("AWS::IAM::Role")[role] ?? {};
  return {
    trust: JSON.stringify(resolve(Properties.AssumeRolePolicyDocument, values)),
    permissions: resolve(Properties.Policies, values).map(({ PolicyDocument }: { PolicyDocument: object }) =>
      JSON.stringify(PolicyDocument),
    ),
    maxSessionSeconds: Properties.MaxSessionDuration,
    managed: Properties.ManagedPolicyArns,
  };
}

it.each([
  ["guest", "KVSWebRTCStack", "GuestRole"],
  ["speaker", "KVSWebRTCStack", "SpeakerRole"],
  ["handlers", "SessionStack", "HandlersRole"],
] as const)("deploys the %s role that local-aws has, byte for byte", (name, stack, role) => {
  const { trust, permissions, maxSessionSeconds } = stand.deps.roles[name];
  expect(deployed(stack, role)).toEqual({
    trust: JSON.stringify(trust),
    permissions: [JSON.stringify(permissions)],
    maxSessionSeconds,
    managed: undefined,
  });
  expect(maxSessionSeconds).toBe(3600);
});

it("gives the session API's functions that role, which may also write each one's log", () => {
  const template = templateOf("SessionStack");
  const functions = Object.values(template.findResources("AWS::Lambda::Function"));
  const logs = functions.map(({ Properties }) => Properties.LoggingConfig.LogGroup.Ref);
  for (const { Properties } of functions) expect(Properties.Role).toEqual({ "Fn::GetAtt": ["HandlersRole", "Arn"] });
  const policies = Object.values(template.findResources("AWS::IAM::Policy")).map(({ Properties }) => Properties);
  expect(policies.map(({ PolicyDocument }) => PolicyDocument.Statement)).toEqual(
    logs.map((log) => [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: { "Fn::GetAtt": [log, "Arn"] },
      },
    ]),
  );
  expect(policies.map(({ Roles }) => Roles)).toEqual(logs.map(() => [{ Ref: "HandlersRole" }]));
});

it("has no other role that trusts Cognito", () => {
  const trusting = (["KVSWebRTCStack", "SessionStack", "WebStack"] as const).flatMap((stack) =>
    Object.entries(templateOf(stack, "everything").findResources("AWS::IAM::Role")).flatMap(([id, role]) =>
      JSON.stringify(role.Properties.AssumeRolePolicyDocument).includes("cognito-identity") ? [id] : [],
    ),
  );
  expect(trusting).toEqual(["SpeakerRole", "GuestRole"]);
});
