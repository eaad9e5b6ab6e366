import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpenIdTokens } from "../cognito-identity/open-id-token.ts";
import { loadSigningKey } from "../iam/signing-key.ts";
import { type Stand, startStand } from "../start.ts";
import { createStorage } from "../storage/storage.ts";
import { type IdentityClients, identityClients } from "../testing/identity-pool.ts";
import { session } from "../testing/sign-in.ts";

let stand: Stand;
let clients: IdentityClients;
let guestArn: string;
let speakerArn: string;

beforeAll(async () => {
  stand = await startStand({ port: 0, turn: "off" });
  clients = identityClients(stand);
  guestArn = stand.deps.roles.guest.arn;
  speakerArn = stand.deps.roles.speaker.arn;
});

afterAll(async () => {
  clients.close();
  await stand.localAws.close();
});

const guestToken = async () => clients.getOpenIdToken(await clients.getId());

async function speakerToken() {
  const [email, password] = ["speaker@example.org", "Correct-Horse-1"] as const;
  await stand.localAws.createUser({ email, password });
  const idToken = (await session(stand.localAws, email, password)).getIdToken().getJwtToken();
  return clients.getOpenIdToken(await clients.getId(idToken), idToken);
}

const refusedByTrust = {
  name: "AccessDenied",
  message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
  $metadata: expect.objectContaining({ httpStatusCode: 403 }),
};

describe("AssumeRoleWithWebIdentity", () => {
  it("gives a guest the guest role, for an hour unless asked otherwise", async () => {
    const token = await guestToken();
    const answer = await clients.assumeRole(token, guestArn);
    expect(answer).toMatchObject({
      Provider: "cognito-identity.amazonaws.com",
      Audience: stand.deps.identifiers.identityPoolId,
      AssumedRoleUser: { Arn: "arn:aws:sts::123456789012:assumed-role/lectern-local-guest/test" },
    });
    const minutes = ({ Credentials }: typeof answer) =>
      Math.round(((Credentials?.Expiration?.getTime() ?? 0) - stand.deps.clock.now()) / 60_000);
    expect(minutes(answer)).toBe(60);
    expect(minutes(await clients.assumeRole(token, guestArn, { DurationSeconds: 900 }))).toBe(15);
  });

  it("keeps each role for its own kind of identity, and tells nobody which roles there are", async () => {
    await expect(clients.assumeRole(await guestToken(), speakerArn)).rejects.toMatchObject(refusedByTrust);
    await expect(clients.assumeRole(await speakerToken(), guestArn)).rejects.toMatchObject(refusedByTrust);
    const { roles } = stand.deps;
    await expect(clients.assumeRole(await guestToken(), roles.handlers.arn)).rejects.toMatchObject(refusedByTrust);
    await expect(clients.assumeRole(await guestToken(), `${guestArn}-not`)).rejects.toMatchObject(refusedByTrust);
  });

  it("carries the token's principal tags into the session", async () => {
    const { Credentials } = await clients.assumeRole(await speakerToken(), speakerArn);
    const known = stand.deps.credentials.find(Credentials?.AccessKeyId ?? "");
    expect(known?.principal.tags).toEqual({ speaker: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it("refuses tags where the role does not trust sts:TagSession, in both flows", async () => {
    const { settings } = stand.localAws;
    const token = await speakerToken();
    try {
      settings.removedActions = ["speaker sts:TagSession"];
      await expect(clients.assumeRole(token, speakerArn)).rejects.toMatchObject(refusedByTrust);
      const idToken = (await session(stand.localAws, "speaker@example.org", "Correct-Horse-1"))
        .getIdToken()
        .getJwtToken();
      await expect(clients.getCredentials(await clients.getId(idToken), idToken)).rejects.toMatchObject({
        name: "InvalidIdentityPoolConfigurationException",
      });
    } finally {
      settings.removedActions = [];
    }
  });

  it("refuses durations under 15 minutes, over 12 hours and over the role's maximum", async () => {
    const token = await guestToken();
    const refusal = (DurationSeconds: number) =>
      clients.assumeRole(token, guestArn, { DurationSeconds }).catch((error: Error) => error);
    expect(await refusal(899)).toMatchObject({ name: "ValidationError", message: expect.stringContaining("900") });
    expect(await refusal(43_201)).toMatchObject({ name: "ValidationError", message: expect.stringContaining("43200") });
    expect(await refusal(3601)).toMatchObject({
      name: "ValidationError",
      message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    });
  });

  it("refuses a token after its ten minutes", async () => {
    const token = await guestToken();
    stand.localAws.clock.advance(600_000);
    await expect(clients.assumeRole(token, guestArn)).rejects.toMatchObject({ name: "ExpiredTokenException" });
  });

  it("refuses what is no token, and a token by another key", async () => {
    await expect(clients.assumeRole("nonsense", guestArn)).rejects.toMatchObject({
      name: "InvalidIdentityTokenException",
    });
    const forged = await createOpenIdTokens(await loadSigningKey(createStorage(), "another"), stand.deps.clock).issue({
      aud: stand.deps.identifiers.identityPoolId,
      sub: "x",
      amr: ["unauthenticated"],
      tags: {},
    });
    await expect(clients.assumeRole(forged, guestArn)).rejects.toMatchObject({ name: "InvalidIdentityTokenException" });
  });

  it("lets the caller cap the session with a policy of its own", async () => {
    const channel = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-x-y/1";
    const policy = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "kinesisvideo:GetIceServerConfig", Resource: "*" }],
    };
    const { Credentials } = await clients.assumeRole(await guestToken(), guestArn, { Policy: JSON.stringify(policy) });
    const principal = clients.principalOf(Credentials as Parameters<typeof clients.principalOf>[0]);
    stand.deps.authenticator.authorize(principal, "kinesisvideo:GetIceServerConfig", channel);
    expect(() => stand.deps.authenticator.authorize(principal, "kinesisvideo:ConnectAsViewer", channel)).toThrow(
      expect.objectContaining({ type: "AccessDeniedException" }),
    );
    const tooLong = { Policy: JSON.stringify({ ...policy, Id: "a".repeat(2048) }) };
    await expect(clients.assumeRole(await guestToken(), guestArn, tooLong)).rejects.toMatchObject({
      name: "ValidationError",
    });
    await expect(clients.assumeRole(await guestToken(), guestArn, { Policy: "{" })).rejects.toMatchObject({
      name: "MalformedPolicyDocumentException",
    });
  });

  it("caps the session by AWS's own policies too, together with an inline one", async () => {
    const arn = (name: string) => ({ arn: `arn:aws:iam::aws:policy/${name}` });
    const mayConnect = async (more: object) => {
      const { Credentials } = await clients.assumeRole(await guestToken(), guestArn, more);
      const principal = clients.principalOf(Credentials as Parameters<typeof clients.principalOf>[0]);
      const channel = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-x-y/1";
      try {
        stand.deps.authenticator.authorize(principal, "kinesisvideo:ConnectAsViewer", channel);
        return true;
      } catch {
        return false;
      }
    };
    const reading = [arn("AmazonKinesisVideoStreamsReadOnlyAccess")];
    expect(await mayConnect({})).toBe(true);
    expect(await mayConnect({ PolicyArns: reading })).toBe(false);
    expect(await mayConnect({ PolicyArns: [...reading, arn("AmazonKinesisVideoStreamsFullAccess")] })).toBe(true);
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: "kinesisvideo:ConnectAsViewer", Resource: "*" }],
    });
    expect(await mayConnect({ PolicyArns: [arn("AdministratorAccess")], Policy })).toBe(false);
    await expect(mayConnect({ PolicyArns: [arn("Unknown")] })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 500 },
    });
  });

  it("refuses a ProviderId, which is for other tokens, and names everything that is wrong at once", async () => {
    const ProviderId = "www.amazon.com";
    await expect(clients.assumeRole(await guestToken(), guestArn, { ProviderId })).rejects.toMatchObject({
      name: "ValidationError",
    });
    await expect(clients.assumeRole("x", guestArn, { RoleSessionName: "/" })).rejects.toMatchObject({
      name: "ValidationError",
      message:
        "3 validation errors detected: Value '/' at 'roleSessionName' failed to satisfy constraint: Member must have " +
        "length greater than or equal to 2; Value '/' at 'roleSessionName' failed to satisfy constraint: Member must " +
        "satisfy regular expression pattern: [\\w+=,.@-]*; Value at 'webIdentityToken' failed to satisfy constraint: " +
        "Member must have length greater than or equal to 4",
    });
  });

  it("answers in XML, other actions with InvalidAction", async () => {
    const body = new URLSearchParams({ Action: "GetSessionToken", Version: "2011-06-15" });
    const response = await fetch(stand.localAws.url, { method: "POST", body });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toContain("<Type>Sender</Type><Code>InvalidAction</Code>");
  });
});
