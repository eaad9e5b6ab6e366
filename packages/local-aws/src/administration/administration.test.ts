import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  ListIdentityPoolsCommand,
  UpdateIdentityPoolCommand,
} from "@aws-sdk/client-cognito-identity";
import { CognitoIdentityProviderClient, ListUserPoolsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { signPost } from "../testing/presign.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";
import { REAPER_NAME } from "./lambda.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterEach(() => {
  Object.assign(stand.localAws.settings, { guests: true, classicFlow: true, removedActions: [] });
});
afterAll(() => stand.localAws.close());

const options = (credentials = stand.operator) => ({
  region: "us-east-1",
  endpoint: stand.localAws.url,
  credentials,
  maxAttempts: 1,
});

describe("the Identity Pool", () => {
  const pool = () => new CognitoIdentityClient(options());

  it("is listed and described as the settings have it", async () => {
    const { IdentityPools } = await pool().send(new ListIdentityPoolsCommand({ MaxResults: 60 }));
    const IdentityPoolId = stand.deps.identifiers.identityPoolId;
    expect(IdentityPools).toEqual([{ IdentityPoolId, IdentityPoolName: "lectern-local" }]);
    stand.localAws.settings.classicFlow = false;
    expect(await pool().send(new DescribeIdentityPoolCommand({ IdentityPoolId }))).toMatchObject({
      AllowUnauthenticatedIdentities: true,
      AllowClassicFlow: false,
      CognitoIdentityProviders: [{ ServerSideTokenCheck: true, ClientId: stand.deps.identifiers.clientId }],
    });
    await expect(
      pool().send(
        new DescribeIdentityPoolCommand({ IdentityPoolId: "us-east-1:00000000-0000-4000-8000-000000000000" }),
      ),
    ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it("is replaced by an update: what is not said again is off", async () => {
    const IdentityPoolId = stand.deps.identifiers.identityPoolId;
    const { CognitoIdentityProviders } = await pool().send(new DescribeIdentityPoolCommand({ IdentityPoolId }));
    const update = { IdentityPoolId, IdentityPoolName: "lectern-local", AllowUnauthenticatedIdentities: true };
    await pool().send(new UpdateIdentityPoolCommand({ ...update, CognitoIdentityProviders }));
    expect(stand.localAws.settings).toMatchObject({ guests: true, classicFlow: false });
    const notPlayed = [
      { CognitoIdentityProviders: [] },
      { IdentityPoolName: "another" },
      { DeveloperProviderName: "login.example" },
      { SupportedLoginProviders: { "graph.facebook.com": "1234" } },
      { SamlProviderARNs: ["arn:aws:iam::123456789012:saml-provider/any"] },
      { OpenIdConnectProviderARNs: ["arn:aws:iam::123456789012:oidc-provider/any"] },
      { IdentityPoolTags: { a: "b" } },
    ];
    for (const change of notPlayed) {
      await expect(
        pool().send(new UpdateIdentityPoolCommand({ ...update, CognitoIdentityProviders, ...change })),
        Object.keys(change)[0],
      ).rejects.toMatchObject({ name: "InvalidParameterException" });
    }
    await expect(pool().send(new ListIdentityPoolsCommand({ MaxResults: 60, NextToken: "x" }))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  it("tells its roles, and what of a login becomes a principal tag", async () => {
    const { identityPoolId: IdentityPoolId, userPoolId } = stand.deps.identifiers;
    const { speaker, guest } = stand.deps.roles;
    expect(await pool().send(new GetIdentityPoolRolesCommand({ IdentityPoolId }))).toMatchObject({
      Roles: { authenticated: speaker.arn, unauthenticated: guest.arn },
    });
    const IdentityProviderName = `cognito-idp.us-east-1.amazonaws.com/${userPoolId}`;
    expect(
      await pool().send(new GetPrincipalTagAttributeMapCommand({ IdentityPoolId, IdentityProviderName })),
    ).toMatchObject({ UseDefaults: false, PrincipalTags: { speaker: "speaker" } });
  });

  it("is nobody's to describe without a signature that allows it", async () => {
    const IdentityPoolId = stand.deps.identifiers.identityPoolId;
    const speaker = new CognitoIdentityClient(options(stand.speaker("a")));
    await expect(speaker.send(new DescribeIdentityPoolCommand({ IdentityPoolId }))).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(
        `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${IdentityPoolId}`,
      ),
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe("a role", () => {
  const iam = () => new IAMClient(options());
  const PolicyName = "nothing";
  const PolicyDocument = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
  });

  it("is bound by an inline policy from the moment it is put, for credentials given before too", async () => {
    const { name: RoleName } = stand.deps.roles.guest;
    const channel = await stand.createChannel("lectern-local-inline");
    await iam().send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
    expect(await channel.viewerRefused(stand.guest, "viewer")).toMatchObject({ type: "AccessDeniedException" });
    await iam().send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
    (await channel.viewer(stand.guest, "viewer")).raw.close();
    await expect(iam().send(new DeleteRolePolicyCommand({ RoleName, PolicyName }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
    });
  });

  it("must exist to be given an inline policy, and no guest may give it one", async () => {
    await expect(
      iam().send(new PutRolePolicyCommand({ RoleName: "no-such-role", PolicyName, PolicyDocument })),
    ).rejects.toMatchObject({ name: "NoSuchEntityException" });
    const guest = new IAMClient(options(stand.guest));
    const { name: RoleName } = stand.deps.roles.guest;
    await expect(guest.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }))).rejects.toMatchObject({
      name: expect.stringMatching(/^AccessDenied/),
    });
  });
});

describe("the account", () => {
  it("tells its number to who signs, and to nobody else", async () => {
    const { Account, Arn } = await new STSClient(options()).send(new GetCallerIdentityCommand({}));
    expect({ Account, Arn }).toEqual({ Account: "123456789012", Arn: expect.stringContaining("Administrator") });
    const unknown = { accessKeyId: "ASIAUNKNOWN", secretAccessKey: "none", sessionToken: "none" };
    await expect(new STSClient(options(unknown)).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
  });

  it("lets no speaker delete a stack or list User Pools", async () => {
    stand.account.stacks.set("lectern-local-web", {});
    const client = new CognitoIdentityProviderClient(options(stand.speaker("a")));
    await expect(client.send(new ListUserPoolsCommand({ MaxResults: 60 }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    const body = new URLSearchParams({ Action: "DeleteStack", StackName: "lectern-local-web" }).toString();
    const signed = { credentials: stand.speaker("a"), now: stand.deps.clock.now(), service: "cloudformation" };
    const headers = await signPost(new URL(stand.localAws.url), { headers: {}, body }, signed);
    expect((await fetch(stand.localAws.url, { method: "POST", headers, body })).status).toBe(403);
    expect([...stand.account.stacks.keys()]).toEqual(["lectern-local-web"]);
    expect(stand.account.changes).not.toContainEqual(expect.stringContaining("DeleteStack"));
  });
});

describe("the reaper", () => {
  const invoke = (FunctionName: string, Payload?: Buffer) =>
    new LambdaClient(options()).send(new InvokeCommand({ FunctionName, ...(Payload && { Payload }) }));

  it("refuses an event that is not JSON or not of its form", async () => {
    for (const event of ["{", '{"endAll":"yes"}']) {
      await expect(invoke(REAPER_NAME, Buffer.from(event))).rejects.toMatchObject({
        name: "InvalidRequestContentException",
      });
    }
  });

  it("is invoked by its name, and says when it failed", async () => {
    expect((await invoke(REAPER_NAME)).FunctionError).toBeUndefined();
    stand.localAws.settings.removedActions = ["handlers sts:AssumeRole"];
    expect((await invoke(REAPER_NAME)).FunctionError).toBe("Unhandled");
    await expect(invoke("another")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});
