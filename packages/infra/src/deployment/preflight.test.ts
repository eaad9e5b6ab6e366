import { describe, expect, it } from "vitest";
import { decideAdoption, judge } from "./preflight.ts";

const ready = {
  accountId: "123456789012",
  region: "eu-central-1",
  whyNoSignaling: null,
  notBootstrapped: [],
  concurrency: 1000,
  quotas: [25, 200, null],
};

describe("before anything is changed", () => {
  it("nothing is missing in an account that is ready", () => {
    expect(judge(ready)).toEqual({ missing: [], advice: [] });
  });

  it("says at once all that is missing, with the command for it", () => {
    const { missing } = judge({
      ...ready,
      whyNoSignaling: "UnknownEndpoint",
      notBootstrapped: ["eu-central-1", "us-east-1"],
    });
    expect(missing).toHaveLength(3);
    expect(missing.join("\n")).toContain("npx cdk bootstrap aws://123456789012/us-east-1");
    expect(missing[0]).toContain("eu-central-1");
  });

  it("deploys into a new account with its ten functions, and says what to raise", () => {
    const { missing, advice } = judge({ ...ready, concurrency: 10 });
    expect(missing).toEqual([]);
    expect(advice[0]).toMatch(/10 functions.*L-B99A9384/);
  });
});

describe("quotas of Cognito", () => {
  it("are advised about where they are under what AWS gives at first, and not where nobody tells them", () => {
    const { missing, advice } = judge({ ...ready, quotas: [10, 200, null] });
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

  it("is asked about, and taken back or left when told", () => {
    expect(decideAdoption(kept)).toEqual({
      do: "ask",
      says: expect.stringContaining("npm run deploy -- --env prod --adopt us-east-1_Old\n"),
    });
    expect(decideAdoption({ ...kept, adopt: "us-east-1_Old" })).toEqual({ do: "adopt", userPoolId: "us-east-1_Old" });
    expect(decideAdoption({ ...kept, newUserPool: true })).toEqual({ do: "deploy" });
  });

  it("is no question where there is none, or the environment runs", () => {
    expect(decideAdoption({ ...kept, kept: [] })).toEqual({ do: "deploy" });
    expect(decideAdoption({ ...kept, stackExists: true })).toEqual({ do: "deploy" });
  });

  it("is never another's, nor a second one", () => {
    expect(decideAdoption({ ...kept, adopt: "us-east-1_Another" }).do).toBe("ask");
    expect(decideAdoption({ ...kept, stackExists: true, adopt: "us-east-1_Old" }).do).toBe("ask");
  });
});
