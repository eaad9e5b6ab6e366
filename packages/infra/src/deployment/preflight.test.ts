import { describe, expect, it } from "vitest";
import { assessReadiness, decideAdoption } from "./preflight.ts";

const ready = {
  accountId: "123456789012",
  region: "eu-central-1",
  whyNoSignaling: null,
  stacks: [{ name: "lectern-prod-web", standing: "there" as const }],
  hasDistributions: true,
  notBootstrapped: [],
  concurrency: 1000,
  quotas: [25, 200, null],
};

describe("readiness of an account", () => {
  it("is complete when nothing is missing", () => {
    expect(assessReadiness(ready)).toEqual({ missing: [], advice: [] });
  });

  it("lists everything that is missing, with the commands to run", () => {
    const { missing } = assessReadiness({
      ...ready,
      whyNoSignaling: "UnknownEndpoint",
      notBootstrapped: ["eu-central-1", "us-east-1"],
    });
    expect(missing).toHaveLength(3);
    expect(missing.join("\n")).toContain("npx cdk bootstrap aws://123456789012/us-east-1");
    expect(missing[0]).toContain("eu-central-1");
  });

  it("lacks stacks that are half deleted or being changed, which a deployment would fail at", () => {
    const stacks = [
      { name: "lectern-prod-session", standing: "half-deleted" as const },
      { name: "lectern-prod-web", standing: "busy" as const },
      { name: "lectern-prod-kvs-webrtc", standing: "failed" as const },
    ];
    expect(assessReadiness({ ...ready, stacks }).missing).toEqual([
      expect.stringMatching(/lectern-prod-session.*npm run destroy/),
      expect.stringMatching(/lectern-prod-web.*wait/),
    ]);
  });

  it("says of an account without a CloudFront distribution that a new one must be verified first", () => {
    expect(assessReadiness({ ...ready, hasDistributions: false })).toEqual({
      missing: [],
      advice: [expect.stringContaining("must be verified before you can add new CloudFront resources")],
    });
    expect(assessReadiness({ ...ready, hasDistributions: null }).advice).toEqual([]);
  });

  it("advises to raise the ten functions of a new account, which is no obstacle", () => {
    const { missing, advice } = assessReadiness({ ...ready, concurrency: 10 });
    expect(missing).toEqual([]);
    expect(advice[0]).toMatch(/10 functions.*L-B99A9384/);
  });

  it("advises to raise Cognito's quotas that are below their defaults, unknown ones excepted", () => {
    const { missing, advice } = assessReadiness({ ...ready, quotas: [10, 200, null] });
    expect(missing).toEqual([]);
    expect(advice).toEqual([expect.stringMatching(/GetId.*10 a second.*cognito-identity\/quotas\/L-A38ADA84/)]);
  });
});

describe("a User Pool that an earlier destroy kept", () => {
  const kept = {
    environmentName: "prod",
    stackExists: false,
    kept: ["us-east-1_Old"],
    adopt: undefined,
    newUserPool: false,
  };

  it("is reused or left by an option, without which deploy asks", () => {
    expect(decideAdoption(kept)).toEqual({
      do: "ask",
      says: expect.stringContaining("npm run deploy -- --env prod --adopt us-east-1_Old\n"),
    });
    expect(decideAdoption({ ...kept, adopt: "us-east-1_Old" })).toEqual({ do: "adopt", userPoolId: "us-east-1_Old" });
    expect(decideAdoption({ ...kept, newUserPool: true })).toEqual({ do: "deploy" });
  });

  it("needs no option if there is none, or the environment exists", () => {
    expect(decideAdoption({ ...kept, kept: [] })).toEqual({ do: "deploy" });
    expect(decideAdoption({ ...kept, stackExists: true })).toEqual({ do: "deploy" });
  });

  it("is refused if it was not this environment's, or there is one in use", () => {
    expect(decideAdoption({ ...kept, adopt: "us-east-1_Another" }).do).toBe("ask");
    expect(decideAdoption({ ...kept, stackExists: true, adopt: "us-east-1_Old" }).do).toBe("ask");
  });
});
