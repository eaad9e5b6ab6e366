import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { root } from "../command-line.ts";
import { toText } from "../deployment/env-file.ts";
import { runCommand } from "../testing/run-command.ts";

/** Each command is a process, and `deploy` starts another for `cdk diff`, which takes long on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let stand: TestStand;
let account: TestStand["account"];
beforeEach(async () => {
  stand = await startTestStand();
  account = stand.account;
  // An account that nothing was deployed into yet.
  account.userPools.clear();
});
afterEach(() => stand.localAws.close());

const run = (command: string, answer?: string) => {
  const [name = "", ...args] = command.split(" ");
  return runCommand([name, ...args], stand.operatorEnvironment, answer);
};
const channels = async () => {
  const state = await (await fetch(`${stand.localAws.url}/_local/state`)).json();
  return (state as { channels: { name: string; status: string }[] }).channels
    .filter(({ status }) => status === "ACTIVE")
    .map(({ name }) => name);
};

describe("deploy", () => {
  it("lists everything that is missing, and changes nothing", async () => {
    account.concurrency = 10;
    account.quotas.set("L-A38ADA84", 5);
    account.distributions = 0;
    account.stacks.set("CDKToolkit", {}).set("lectern-local-web", {});
    // Neither is a stack that can be used.
    account.stackStatuses.set("CDKToolkit", "ROLLBACK_COMPLETE").set("lectern-local-web", "DELETE_FAILED");
    await fetch(`${stand.localAws.url}/_local/faults`, {
      method: "POST",
      body: JSON.stringify({ fault: "answer", service: "kinesisvideo", how: "error" }),
    });
    const { code, output } = await run("deploy --env local");
    expect(code).toBe(1);
    expect(output).toContain("npx cdk bootstrap aws://123456789012/us-east-1");
    expect(output).toContain("Kinesis Video Streams signaling cannot be used in us-east-1");
    expect(output).toContain("Lambda runs 10 functions at once");
    expect(output).toContain("“Rate of GetId requests” is 5 a second");
    expect(output).toContain("This account has no CloudFront distribution.");
    expect(output).toContain("lectern-local-web could not be deleted.");
    expect(account.changes).toEqual([]);
  });

  it("says where to read what it takes, when it is given something else", async () => {
    const { code, output } = await run("deploy prod");
    expect(code).toBe(1);
    expect(output.trim()).toBe("Unexpected argument 'prod'. --help says what this command takes.");
  });

  it("says that there are no credentials", async () => {
    const { AWS_ACCESS_KEY_ID: _, ...environment } = stand.operatorEnvironment;
    const none = { ...environment, AWS_EC2_METADATA_DISABLED: "true", AWS_SHARED_CREDENTIALS_FILE: "none" };
    const { code, output } = await runCommand(["deploy", "--env", "local"], none);
    expect(code).toBe(1);
    expect(output).toContain("There are no usable AWS credentials");
  });

  it("offers the command that reuses a User Pool which an earlier destroy kept", async () => {
    account.stacks.set("CDKToolkit", {});
    account.userPools.set("us-east-1_Kept", "lectern-local").set("us-east-1_Other", "lectern-local2");
    const { code, output } = await run("deploy --env local");
    expect(code).toBe(1);
    expect(output).toContain("npm run deploy -- --env local --adopt us-east-1_Kept\n");
    expect(output).not.toContain("us-east-1_Other");
    expect(account.changes).toEqual([]);
  });

  it.each(["ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"])(
    "offers the same for the pool of a first deployment that ended as %s",
    async (status) => {
      account.stacks.set("CDKToolkit", {}).set("lectern-local-kvs-webrtc", {});
      account.stackStatuses.set("lectern-local-kvs-webrtc", status);
      account.userPools.set("us-east-1_Left", "lectern-local");
      const { code, output } = await run("deploy --env local");
      expect(code).toBe(1);
      expect(output).toContain("npm run deploy -- --env local --adopt us-east-1_Left\n");
      expect(account.changes).toEqual([]);
    },
  );

  it("shows what would change, and changes nothing unless confirmed", async () => {
    account.stacks.set("CDKToolkit", {});
    const { code, output } = await run("deploy --env local", "no");
    expect(code).toBe(1);
    for (const stack of ["kvs-webrtc", "session", "web"]) expect(output).toContain(`(lectern-local-${stack})`);
    for (const type of ["AWS::Cognito::UserPool", "AWS::DynamoDB::Table", "AWS::CloudFront::Distribution"]) {
      expect(output).toContain(`[+] ${type}`);
    }
    expect(output).toContain("Nothing was changed.");
    expect(account.changes).toEqual([]);
  });
});

describe("destroy", () => {
  beforeEach(async () => {
    account.stacks
      .set("lectern-local-kvs-webrtc", { CognitoUserPoolId: "us-east-1_Kept" })
      .set("lectern-local-session", {})
      .set("lectern-local-web", { SpeakerBucket: "speaker", ListenerBucket: "listener" });
    account.buckets.set("speaker", ["index.html"]).set("listener", ["index.html"]);
    await stand.createChannel("lectern-local-a");
  });

  it("deletes the channels, then the rest, and says what is kept and how to delete it", async () => {
    const { code, output } = await run("destroy --env local --yes");
    expect(code).toBe(0);
    const stack = (name: string) => `arn:aws:cloudformation:us-east-1:123456789012:stack/lectern-local-${name}/*`;
    expect(account.changes).toEqual([
      expect.stringMatching(/^kinesisvideo:DeleteSignalingChannel .*:channel\/lectern-local-a\//),
      "s3:DeleteObject arn:aws:s3:::speaker/*",
      "s3:DeleteObject arn:aws:s3:::listener/*",
      `cloudformation:DeleteStack ${stack("web")}`,
      `cloudformation:DeleteStack ${stack("session")}`,
      `cloudformation:DeleteStack ${stack("kvs-webrtc")}`,
    ]);
    expect([...account.buckets.values()]).toEqual([[], []]);
    expect(await channels()).toEqual([]);
    expect(output).toMatch(/Kept:\s+the User Pool us-east-1_Kept with its accounts/);
    expect(output).toContain("npm run deploy -- --env local offers to take it back");
    expect(output).toContain("aws cognito-idp delete-user-pool --region us-east-1 --user-pool-id us-east-1_Kept");
  });

  it("deletes everything after an emergency stop too, whose denial CloudFormation would stop at", async () => {
    const { guest } = stand.deps.roles;
    account.stacks.set("lectern-local-kvs-webrtc", { GuestRoleArn: guest.arn });
    guest.inlinePolicies.set("emergency-stop", {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
    });
    expect(await run("destroy --env local --yes")).toMatchObject({ code: 0 });
    expect([...account.stacks.keys()]).toEqual([]);
  });

  it("names the pool that a first deployment left when it failed, without any output", async () => {
    account.stacks.set("lectern-local-kvs-webrtc", {});
    account.stackStatuses.set("lectern-local-kvs-webrtc", "ROLLBACK_COMPLETE");
    account.userPools.set("us-east-1_Left", "lectern-local");
    const { code, output } = await run("destroy --env local --yes");
    expect(code).toBe(0);
    expect(output).toMatch(/Kept:\s+the User Pool us-east-1_Left with its accounts/);
  });

  it("changes nothing unless the environment's name is typed", async () => {
    const { code, output } = await run("destroy --env local", "yes");
    expect(code).toBe(1);
    expect(output).toContain("Nothing was changed.");
    expect(account.changes).toEqual([]);
    expect(await channels()).toEqual(["lectern-local-a"]);
  });
});

describe("build", () => {
  const file = `${root}.env.built`;
  const out = mkdtempSync(join(tmpdir(), "lectern-built-"));
  afterAll(() => {
    rmSync(file, { force: true });
    rmSync(out, { recursive: true });
  });
  const built = (page: string) => {
    const scripts = readdirSync(`${out}/${page}/assets`).filter((name) => name.endsWith(".js"));
    return scripts.map((name) => readFileSync(`${out}/${page}/assets/${name}`, "utf8")).join();
  };

  it("makes both pages of the file, for pools that exist already, and says where they are", async () => {
    const variables = { ...stand.localAws.env, VITE_ENCRYPTION_KEY: "k".repeat(32), SECRET: "not-for-pages" };
    writeFileSync(file, toText(variables));
    const { code, output } = await run(`build --env built --out ${out}`);
    expect(output).toContain(`Speaker     ${out}/speaker\n`);
    expect(output).toContain(`Listeners   ${out}/listener, for ${stand.localAws.env.VITE_LISTENER_URL}\n`);
    expect(code).toBe(0);
    for (const page of ["speaker", "listener"]) {
      expect(readFileSync(`${out}/${page}/index.html`, "utf8")).toContain("<script");
      expect(built(page)).toContain(stand.localAws.env.VITE_COGNITO_IDENTITY_POOL_ID);
      expect(built(page)).not.toContain("not-for-pages");
    }
    expect(built("speaker")).toContain(stand.localAws.env.VITE_COGNITO_USER_POOL_ID);
    expect(account.changes).toEqual([]);
  });

  it("builds nothing from values that are wrong or still an example's, and says what is right", async () => {
    const variables = { ...stand.localAws.env, VITE_COGNITO_CLIENT_ID: "1h57kf5cpq17m0eml12EXAMPLE" };
    writeFileSync(file, toText(variables));
    const { code, output } = await run(`build --env built --out ${out}/none`);
    expect(code).toBe(1);
    expect(output).toContain("VITE_COGNITO_CLIENT_ID: It is still an example's");
    expect(output).toContain("VITE_ENCRYPTION_KEY: It is missing.");
    expect(output).toContain("the deployment's output “CognitoClientId”");
    expect(existsSync(`${out}/none`)).toBe(false);
  });
});

describe("env:pull", () => {
  const file = `${root}.env.pulled`;
  afterAll(() => rmSync(file, { force: true }));
  const outputs = {
    "kvs-webrtc": {
      CognitoUserPoolId: "us-east-1_AbCdEfGhI",
      CognitoClientId: "1h57kf5cpq17m0eml12example",
      CognitoIdentityPoolId: "us-east-1:12345678-1234-1234-1234-123456789012",
      GuestRoleArn: "arn:aws:iam::123456789012:role/guest",
    },
    session: { HttpApiUrl: "https://abc.execute-api.us-east-1.amazonaws.com", WebSocketUrl: "wss://def.example/live" },
    web: { ListenerUrl: "https://d111111abcdef8.cloudfront.net" },
  };

  it("writes the file from the stacks' outputs", async () => {
    for (const [stack, given] of Object.entries(outputs)) account.stacks.set(`lectern-pulled-${stack}`, given);
    expect(await run("env-pull --env pulled")).toMatchObject({ code: 0 });
    expect(parseEnv(readFileSync(file, "utf8"))).toMatchObject({
      VITE_AWS_REGION: "us-east-1",
      VITE_COGNITO_USER_POOL_ID: "us-east-1_AbCdEfGhI",
      VITE_WEBSOCKET_URL: "wss://def.example/live",
      VITE_ENCRYPTION_KEY: expect.stringMatching(/.{32}/),
    });
    expect(account.changes).toEqual([]);
  });

  it("needs no more than a User Pool's ID to list the Identity Pools that trust it and what they need, and changes nothing", async () => {
    stand.localAws.settings.classicFlow = false;
    const { userPoolId, identityPoolId, clientId } = stand.deps.identifiers;
    const files = () => readdirSync(root).filter((name) => name.startsWith(".env"));
    const before = files();
    // The ID says the region.
    const { AWS_REGION: _, ...environment } = stand.operatorEnvironment;
    const { code, output } = await runCommand(["env-pull", "--user-pool", userPoolId], environment);
    expect(code).toBe(0);
    expect(output).toContain(
      [
        "  VITE_AWS_REGION=us-east-1",
        `  VITE_COGNITO_USER_POOL_ID=${userPoolId}`,
        `  VITE_COGNITO_CLIENT_ID=${clientId}`,
        `  VITE_COGNITO_IDENTITY_POOL_ID=${identityPoolId}`,
        `  VITE_GUEST_ROLE_ARN=${stand.deps.roles.guest.arn}`,
      ].join("\n"),
    );
    expect(output).toContain("AllowClassicFlow: true");
    // What it has already is not asked for.
    expect(output).not.toMatch(/AllowUnauthenticatedIdentities: true|principal tag|role mappings/);
    expect(account.changes).toEqual([]);
    expect(files()).toEqual(before);
  });

  it("says that no Identity Pool does, that it is another kind of ID, or that it needs --user-pool", async () => {
    const { code, output } = await run("env-pull --user-pool us-east-1_Nowhere00");
    expect(code).toBe(1);
    expect(output).toContain("No Identity Pool in us-east-1 trusts us-east-1_Nowhere00");
    expect((await run(`env-pull --user-pool ${stand.deps.identifiers.identityPoolId}`)).output).toContain(
      "That is an Identity Pool ID",
    );
    expect((await run("env-pull --env none")).output).toContain("--user-pool ID");
    expect((await run("env-pull")).output).toMatch(/--env NAME.*--user-pool ID/);
  });
});

describe("emergency-stop", () => {
  it("stops the environment that the stacks describe, and says how to undo it", async () => {
    const { guest } = stand.deps.roles;
    const { identityPoolId } = stand.deps.identifiers;
    account.stacks
      .set("lectern-local-kvs-webrtc", { CognitoIdentityPoolId: identityPoolId, GuestRoleArn: guest.arn })
      .set("lectern-local-session", { ReaperName: "lectern-local-reaper" });
    const { code, output } = await run("emergency-stop --env local");
    expect(output).toContain("npm run emergency-stop -- --env local --undo");
    expect(code).toBe(0);
    expect(stand.localAws.settings.guests).toBe(false);
    expect((await run("emergency-stop --env local --undo")).code).toBe(0);
    expect(stand.localAws.settings).toMatchObject({ guests: true, classicFlow: true });
  });

  it("says that there is no such environment, and changes nothing", async () => {
    const { code, output } = await run("emergency-stop --env none");
    expect(code).toBe(1);
    expect(output).toContain("There is no environment none in us-east-1.");
    expect(account.changes).toEqual([]);
  });
});
