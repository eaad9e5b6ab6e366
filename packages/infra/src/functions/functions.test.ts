import { pathToFileURL } from "node:url";
import { startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deployedFunctions } from "../testing/deployed.ts";
import { createScenario } from "../testing/scenario.ts";
import { templateOf } from "../testing/templates.ts";
import { bundleOf } from "./bundle.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand({ functions: deployedFunctions() });
});
afterAll(() => stand.localAws.close());

it("runs a whole talk as bundles with the deployed environment, each invocation a cold start", async () => {
  const { failedStep } = await createScenario(stand);
  expect(await failedStep()).toBeNull();
});

it("answers GET /config from the functions' environment", async () => {
  const config = await (await fetch(`${stand.localAws.env.VITE_HTTP_API_URL}/config`)).json();
  const classes = { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true };
  expect(config).toEqual({
    signUp: "closed",
    providers: [],
    secondFactor: "optional",
    sms: false,
    version: "1.2.3",
    passwordPolicy: { minimumLength: 12, ...classes },
    serverTime: expect.any(Number),
  });
});

it("answers GET /config with the other providers in the settings", async () => {
  const stand = await startTestStand({ functions: deployedFunctions("everything") });
  const config = await (await fetch(`${stand.localAws.env.VITE_HTTP_API_URL}/config`)).json();
  expect(config).toMatchObject({
    signUp: "open",
    providers: ["Example"],
    managedLoginUrl: "https://lectern-example.auth.us-east-1.amazoncognito.com",
    secondFactor: "optional",
    passwordPolicy: { minimumLength: 16 },
  });
  await stand.localAws.close();
});

it("adds the claim “speaker” in the trigger's bundle", async () => {
  const { handler } = await import(pathToFileURL(`${bundleOf("pre-token-generation")}/index.mjs`).href);
  const { response } = await handler({ request: { userAttributes: { sub: "abc" } }, response: {} });
  // SHA-256 of "abc", from FIPS 180-2.
  expect(response.claimsOverrideDetails.claimsToAddOrOverride.speaker).toBe("ba7816bf8f01cfea414140de5dae2223");
});

it("keeps out whom the settings do not invite, in the trigger's bundle with its environment", async () => {
  const functions = Object.values(templateOf("KVSWebRTCStack", "everything").findResources("AWS::Lambda::Function"));
  const [invited] = functions.flatMap(({ Properties }) => Properties.Environment?.Variables.LECTERN_INVITED ?? []);
  vi.stubEnv("LECTERN_INVITED", invited);
  const { handler } = await import(pathToFileURL(`${bundleOf("pre-sign-up")}/index.mjs`).href);
  vi.unstubAllEnvs();
  const comes = (email: string) =>
    handler({
      triggerSource: "PreSignUp_ExternalProvider",
      userName: "Example_1",
      request: { userAttributes: { email } },
    });
  await expect(comes("ada@example.com")).resolves.toMatchObject({ userName: "Example_1" });
  await expect(comes("mallory@example.com")).rejects.toThrow("not invited");
});

it("tells an old address of another one, in the trigger's bundle", async () => {
  const email = "ada@example.org";
  await stand.localAws.createUser({ email, password: "Correct-Horse-1" });
  await fetch(`${stand.localAws.url}/_local/settings`, { method: "POST", body: JSON.stringify({ ses: true }) });
  vi.stubEnv("AWS_ENDPOINT_URL", stand.localAws.url);
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("LECTERN_WARNING_WORD", "local-aws");
  const { handler } = await import(pathToFileURL(`${bundleOf("custom-message")}/index.mjs`).href);
  const { clientId } = stand.deps.identifiers;
  const event = {
    triggerSource: "CustomMessage_UpdateUserAttribute",
    userName: email,
    callerContext: { clientId },
    request: { codeParameter: "{####}" },
    response: {},
  };
  expect(await handler(event)).toEqual(event);
  vi.unstubAllEnvs();
  const inbox = (await (await fetch(`${stand.localAws.url}/_local/inbox`)).json()) as { to: string; text: string }[];
  expect(inbox.find(({ to }) => to === email)?.text).toContain("asked for another e-mail address");
});
