import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from "@aws-sdk/client-cognito-identity";
import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import { HOUR_MS } from "@lectern/primitives";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { parseConfiguration } from "../configuration/index.ts";
import { createUserPool } from "../speaker/user-pool.ts";
import { createGuestCredentials, type GuestEnvironment } from "./index.ts";

const KEY = "lectern.guest-identity";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off" });
});
afterEach(() => Object.assign(aws.settings, { guests: true, classicFlow: true }));
afterAll(() => aws.close());

function guest(environment: GuestEnvironment = {}, env: Record<string, string> = {}) {
  const parsed = parseConfiguration({ ...aws.env, ...env }, "listener");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return createGuestCredentials(parsed.configuration, { random: () => 0, storage: mapStorage(), ...environment });
}

/** An identity of the pool that was used by somebody signed in: it can never be a guest's again. */
async function identityUsedWithLogins(): Promise<string> {
  const ada = { email: "ada@example.org", password: "Correct-Horse-1" };
  await aws.createUser(ada);
  const parsed = parseConfiguration({ ...aws.env, VITE_ENCRYPTION_KEY: "k".repeat(32) }, "speaker");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { region, identityPoolId, userPoolId } = parsed.configuration;
  const answer = await createUserPool(parsed.configuration).authenticate(ada.email, ada.password);
  if (answer.next !== "signed-in") throw new Error(answer.next);
  const Logins = { [`cognito-idp.${region}.amazonaws.com/${userPoolId}`]: answer.tokens.idToken };
  const client = new CognitoIdentityClient({ region, endpoint: aws.url });
  const { IdentityId = "" } = await client.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }));
  await client.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }));
  client.destroy();
  return IdentityId;
}

describe("a guest, against local-aws", () => {
  it("gets AWS credentials of the guest role by the classic flow", async () => {
    const credentials = guest();
    const given = await credentials();
    expect(given.accessKeyId).toMatch(/^ASIA/);
    expect(given.expiration.getTime()).toBeGreaterThan(aws.clock.now() + HOUR_MS - 60_000);
    expect(await credentials()).toBe(given);
  });

  it("gets new ones as AWS's time goes on, as the same identity", async () => {
    const storage = mapStorage();
    const credentials = guest({ storage, now: () => aws.clock.now() });
    const first = await credentials();
    const identity = storage.getItem(KEY);
    aws.clock.advance(HOUR_MS - 60_000);
    const next = await credentials();
    expect(next.accessKeyId).not.toBe(first.accessKeyId);
    expect(next.expiration.getTime()).toBeGreaterThan(first.expiration.getTime());
    expect(storage.getItem(KEY)).toBe(identity);
  });

  it("becomes somebody else when its identity was used by somebody signed in, or is unknown", async () => {
    for (const identityId of [await identityUsedWithLogins(), "us-east-1:00000000-0000-0000-0000-000000000000"]) {
      const storage = mapStorage();
      const identityPoolId = aws.env.VITE_COGNITO_IDENTITY_POOL_ID;
      storage.setItem(KEY, JSON.stringify({ identityPoolId, identityId }));
      expect((await guest({ storage })()).accessKeyId).toMatch(/^ASIA/);
      expect(storage.getItem(KEY)).not.toContain(identityId);
    }
  });

  it("is told when guests, or the classic flow, are off, and gets in once they are on", async () => {
    const credentials = guest();
    aws.settings.guests = false;
    await expect(credentials()).rejects.toMatchObject({ code: "guest-access-off" });
    Object.assign(aws.settings, { guests: true, classicFlow: false });
    await expect(credentials()).rejects.toMatchObject({ code: "classic-flow-off" });
    aws.settings.classicFlow = true;
    expect((await credentials()).accessKeyId).toMatch(/^ASIA/);
  });

  it.each([
    ["VITE_COGNITO_IDENTITY_POOL_ID", "us-east-1:00000000-0000-0000-0000-000000000000", "identity-pool-not-found"],
    ["VITE_GUEST_ROLE_ARN", "arn:aws:iam::123456789012:role/lectern-local-speaker", "guest-role-refused"],
    ["VITE_GUEST_ROLE_ARN", "arn:aws:iam::123456789012:role/none", "guest-role-refused"],
  ])("is told what is wrong with %s = %s", async (variable, value, code) => {
    await expect(guest({}, { [variable]: value })()).rejects.toMatchObject({ code });
  });
});
