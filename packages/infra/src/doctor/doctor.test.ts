import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { CognitoIdentityClient, GetIdCommand } from "@aws-sdk/client-cognito-identity";
import { type LocalAws, type Settings, startLocalAws } from "@lectern/local-aws";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { examine } from "./doctor.ts";
import { fetchWithRetry } from "./fetch-with-retry.ts";
import type { Check, Finding } from "./finding.ts";

const account = { email: "patient@example.org", password: "Correct-Horse-1" };
let localAws: LocalAws;
let env: Record<string, string>;

let usual: Settings;

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  localAws = await startLocalAws({ port: 0, turn: "off" });
  await localAws.createUser(account);
  env = { ...localAws.env, VITE_ENCRYPTION_KEY: "a key of thirty-two characters.." };
  usual = { ...localAws.settings };
});
afterEach(() => {
  Object.assign(localAws.settings, usual);
});
afterAll(() => localAws.close());

const wrongs = (findings: readonly Finding[]): Finding[] => findings.filter(({ verdict }) => verdict === "wrong");
const named = (findings: readonly Finding[]): Check[] => wrongs(findings).map(({ check }) => check);
const fault = (body: object) =>
  fetchWithRetry(`${localAws.url}/_local/faults`, { method: "POST", body: JSON.stringify(body) });

describe("with nothing wrong", () => {
  it("passes all seventeen checks, and leaves no channel behind", async () => {
    const findings = await examine(env, account);
    expect(findings.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(new Set(findings.map(({ check }) => check)).size).toBe(17);
    const { channels } = (await (await fetchWithRetry(`${localAws.url}/_local/state`)).json()) as {
      channels: { status: string }[];
    };
    expect(channels.filter(({ status }) => status === "ACTIVE")).toEqual([]);
  });

  it("without an account asks public endpoints only, and lists what it did not check", async () => {
    const findings = await examine(env);
    expect(named(findings)).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict === "not-checked").map(({ check }) => check)).toEqual([
      "sign-in",
      "speaker-role",
      "speaker-channel",
      "guest-channel",
      "guest-limits",
      "speaker-limits",
    ]);
  });
});

describe("reports the one thing that is wrong, and how to fix it", () => {
  it.each<[Partial<Settings>, Check, RegExp]>([
    [{ guests: false }, "guests", /Guest access/],
    [{ classicFlow: false }, "classic-flow", /AllowClassicFlow/],
    [{ withdrawnRoles: ["guest"] }, "guest-role", /amr is unauthenticated/],
    [{ client: "without-srp" }, "app-client", /ALLOW_USER_SRP_AUTH/],
    [{ client: "rotating" }, "refresh", /rotation off/],
    [{ client: "of-another-pool" }, "sign-in", /describe-user-pool-client/],
    [{ removedActions: ["speaker sts:TagSession"] }, "speaker-role", /sts:TagSession/],
    [{ removedActions: ["speaker kinesisvideo:ConnectAsMaster"] }, "speaker-channel", /ConnectAsMaster/],
    [{ removedActions: ["speaker kinesisvideo:GetIceServerConfig"] }, "speaker-channel", /GetIceServerConfig/],
    [{ removedActions: ["guest kinesisvideo:ConnectAsViewer"] }, "guest-channel", /ConnectAsViewer/],
    [{ removedActions: ["guest kinesisvideo:GetIceServerConfig"] }, "guest-channel", /GetIceServerConfig/],
    [{ addedActions: ["guest kinesisvideo:ConnectAsMaster"] }, "guest-limits", /nothing else/],
    [{ addedActions: ["speaker kinesisvideo:ConnectAsMaster"] }, "speaker-limits", /principal tag/],
    [{ removedActions: ["handlers kinesisvideo:CreateSignalingChannel"] }, "speaker-channel", /logs/],
  ])("%o", async (settings, check, mend) => {
    Object.assign(localAws.settings, settings);
    const found = wrongs(await examine(env, account));
    expect(found).toEqual([expect.objectContaining({ check, mend: expect.stringMatching(mend) })]);
  });

  it.each<[string, string, Check]>([
    ["VITE_COGNITO_USER_POOL_ID", "us-east-1_Nowhere00", "user-pool"],
    ["VITE_COGNITO_CLIENT_ID", "1h57kf5cpq17m0eml12nowhere", "app-client"],
    ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1:0f8fad5b-d9cb-469f-a165-70867728950e", "identity-pool"],
    ["VITE_GUEST_ROLE_ARN", "arn:aws:iam::123456789012:role/no-such-role", "guest-role"],
    ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1_UserPool0", "configuration"],
    ["VITE_AWS_REGION", "eu-west-1", "configuration"],
    ["VITE_COGNITO_CLIENT_ID", "1h57kf5cpq17m0eml12EXAMPLE", "configuration"],
  ])("%s = %s", async (variable, value, check) => {
    expect(new Set(named(await examine({ ...env, [variable]: value }, account)))).toEqual(new Set([check]));
  });

  it("the ID of an identity instead of the Identity Pool's", async () => {
    const client = new CognitoIdentityClient({ region: "us-east-1", endpoint: localAws.url });
    const { IdentityId = "" } = await client.send(
      new GetIdCommand({ IdentityPoolId: env.VITE_COGNITO_IDENTITY_POOL_ID }),
    );
    const found = wrongs(await examine({ ...env, VITE_COGNITO_IDENTITY_POOL_ID: IdentityId }, account));
    expect(found).toEqual([
      expect.objectContaining({ check: "identity-pool", says: expect.stringContaining("one identity") }),
    ]);
  });

  it.each([
    ["http-api", "http-api"],
    ["web-socket-api", "web-socket-api"],
  ] as const)("a %s that fails", async (service, check) => {
    await fault({ fault: "answer", service, how: "error" });
    expect(named(await examine(env, account))).toEqual([check]);
    await fault({ fault: "clear" });
  });
});

it("takes an outage of Kinesis Video Streams for no missing permission, and for no hole", async () => {
  await fault({ fault: "answer", service: "signaling", how: "error" });
  const findings = wrongs(await examine(env, account));
  await fault({ fault: "clear" });
  expect(findings).toEqual(
    ["speaker-channel", "guest-channel"].map((check) =>
      expect.objectContaining({ check, mend: expect.stringMatching(/again/) }),
    ),
  );
});

it("says that nothing answers where nothing does, and blames no permission for it", async () => {
  // A port that was free a moment ago.
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const nowhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((closed) => server.close(closed));
  const findings = await examine(
    {
      ...env,
      VITE_AWS_ENDPOINT: nowhere,
      VITE_HTTP_API_URL: `${nowhere}/api`,
      VITE_WEBSOCKET_URL: nowhere.replace("http", "ws"),
    },
    account,
  );
  expect(wrongs(findings)).toEqual(
    ["user-pool", "app-client", "identity-pool", "http-api", "web-socket-api"].map((check) =>
      expect.objectContaining({
        check,
        says: "Nothing answers (ECONNREFUSED).",
        mend: expect.stringMatching(/network/),
      }),
    ),
  );
});

describe("reports two things that are wrong", () => {
  it.each<[Partial<Settings>, Check[]]>([
    [{ guests: false, removedActions: ["speaker sts:TagSession"] }, ["guests", "speaker-role"]],
    [{ classicFlow: false, client: "without-srp" }, ["app-client", "classic-flow"]],
    [
      { withdrawnRoles: ["guest"], addedActions: ["speaker kinesisvideo:ConnectAsMaster"] },
      ["guest-role", "speaker-limits"],
    ],
    [{ client: "rotating", addedActions: ["guest kinesisvideo:ConnectAsMaster"] }, ["refresh", "guest-limits"]],
  ])("%o", async (settings, checks) => {
    Object.assign(localAws.settings, settings);
    expect(named(await examine(env, account))).toEqual(checks);
  });
});

// Last, because local-aws's clock cannot be set back.
it("reports a clock that is wrong", async () => {
  localAws.clock.advance(10 * 60_000);
  expect(named(await examine(env, account))).toEqual(["clock"]);
});
