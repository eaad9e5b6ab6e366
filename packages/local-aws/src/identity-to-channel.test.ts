import { speakerOf } from "@lectern/session-api/handlers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentityClients, identityClients } from "./testing/identity-pool.ts";
import type { Keys } from "./testing/presign.ts";
import { session } from "./testing/sign-in.ts";
import { startTestStand, type TestChannel, type TestStand } from "./testing/stand.ts";

const password = "Correct-Horse-1";
let stand: TestStand;
let clients: IdentityClients;

beforeAll(async () => {
  stand = await startTestStand();
  clients = identityClients(stand);
});

afterAll(async () => {
  clients.close();
  await stand.localAws.close();
});

async function signedIn(email: string): Promise<{ keys: Keys; channel: TestChannel }> {
  const { sub } = await stand.localAws.createUser({ email, password });
  const idToken = (await session(stand.localAws, email, password)).getIdToken().getJwtToken();
  const { Credentials } = await clients.getCredentials(await clients.getId(idToken), idToken);
  const channel = await stand.createChannel(`lectern-local-${speakerOf(sub)}-1`);
  return { keys: keysOf(Credentials?.AccessKeyId, Credentials?.SecretKey, Credentials?.SessionToken), channel };
}

const keysOf = (accessKeyId = "", secretAccessKey = "", sessionToken = ""): Keys => ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
});

const refused = { name: "NotAuthorizedException", $metadata: expect.objectContaining({ httpStatusCode: 401 }) };

test("a password makes a speaker master of their own channel and of nobody else's", async () => {
  const one = await signedIn("one@example.org");
  const two = await signedIn("two@example.org");
  await expect(one.channel.iceServers(one.keys)).resolves.toBeDefined();
  (await one.channel.master(one.keys)).raw.close();
  expect(await two.channel.masterRefused(one.keys)).toMatchObject({ status: 403 });
  await expect(two.channel.iceServers(one.keys)).rejects.toMatchObject(refused);
});

test("a guest is a viewer through the classic flow, never a master, and nothing through the enhanced one", async () => {
  const { channel } = await signedIn("three@example.org");
  const identityId = await clients.getId();
  const token = await clients.getOpenIdToken(identityId);
  const classic = (await clients.assumeRole(token, stand.localAws.env.VITE_GUEST_ROLE_ARN ?? "")).Credentials;
  const viewer = keysOf(classic?.AccessKeyId, classic?.SecretAccessKey, classic?.SessionToken);
  await expect(channel.iceServers(viewer)).resolves.toBeDefined();
  (await channel.viewer(viewer, "s-1")).raw.close();
  expect(await channel.masterRefused(viewer)).toMatchObject({ status: 403 });

  const enhanced = (await clients.getCredentials(identityId)).Credentials;
  const nobody = keysOf(enhanced?.AccessKeyId, enhanced?.SecretKey, enhanced?.SessionToken);
  await expect(channel.iceServers(nobody)).rejects.toMatchObject(refused);
  expect(await channel.viewerRefused(nobody, "s-1")).toMatchObject({ status: 403 });
});
