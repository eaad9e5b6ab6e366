import { GetIdCommand } from "@aws-sdk/client-cognito-identity";
import { AdminDeleteUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { fromCognitoIdentityPool } from "@aws-sdk/credential-provider-cognito-identity";
import { speakerOf } from "@lectern/session-api/handlers";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Stand, startStand } from "../start.ts";
import { type IdentityClients, identityClients } from "../testing/identity-pool.ts";
import { session } from "../testing/sign-in.ts";

const password = "Correct-Horse-1";
const CHANNEL = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-";
let stand: Stand;
let clients: IdentityClients;

beforeAll(async () => {
  stand = await startStand({ port: 0, turn: "off" });
  clients = identityClients(stand);
});

beforeEach(() => {
  Object.assign(stand.localAws.settings, { guests: true, classicFlow: true });
});

afterAll(async () => {
  clients.close();
  await stand.localAws.close();
});

async function signedIn(email: string) {
  const { sub } = await stand.localAws.createUser({ email, password });
  const tokens = await session(stand.localAws, email, password);
  return { sub, tokens, idToken: tokens.getIdToken().getJwtToken() };
}

const authorize = (...[principal, action, resource]: Parameters<typeof stand.deps.authenticator.authorize>) =>
  stand.deps.authenticator.authorize(principal, action, resource);

describe("a speaker", () => {
  it("is master of the channels that carry the speaker claim, by the enhanced flow", async () => {
    const { sub, idToken } = await signedIn("speaker@example.org");
    const { Credentials } = await clients.getCredentials(await clients.getId(idToken), idToken);
    const principal = clients.principalOf(Credentials);
    const speaker = speakerOf(sub);
    expect(principal.arn).toBe(
      "arn:aws:sts::123456789012:assumed-role/lectern-local-speaker/CognitoIdentityCredentials",
    );
    expect(principal.tags).toEqual({ speaker });
    const own = `${CHANNEL}${speaker}-abc/1`;
    authorize(principal, "kinesisvideo:ConnectAsMaster", own);
    const refused = expect.objectContaining({ type: "AccessDeniedException", status: 403 });
    const another = `${CHANNEL}${speakerOf("another")}-abc/1`;
    expect(() => authorize(principal, "kinesisvideo:ConnectAsMaster", another)).toThrow(refused);
    expect(() => authorize(principal, "kinesisvideo:ConnectAsViewer", own)).toThrow(refused);
    expect(() => authorize(principal, "kinesisvideo:CreateSignalingChannel", own)).toThrow(refused);
    expect(() => authorize(principal, "kinesisvideo:ListSignalingChannels", "*")).toThrow(refused);
  });

  it("gets credentials for an hour through AWS's own provider", async () => {
    const { idToken } = await signedIn("provider@example.org");
    const provide = fromCognitoIdentityPool({
      clientConfig: { region: "us-east-1", endpoint: stand.localAws.url },
      identityPoolId: stand.deps.identifiers.identityPoolId,
      logins: { [clients.provider]: idToken },
    });
    const credentials = await provide();
    expect(credentials.accessKeyId).toMatch(/^ASIA/);
    const life = (credentials.expiration?.getTime() ?? 0) - stand.deps.clock.now();
    expect(Math.round(life / 60_000)).toBe(60);
  });

  it("keeps one identity, which can never be a guest again", async () => {
    const { idToken } = await signedIn("same@example.org");
    const id = await clients.getId(idToken);
    expect(await clients.getId(idToken)).toBe(id);
    await expect(clients.getCredentials(id)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: `Access to Identity '${id}' is forbidden.`,
    });
    await expect(clients.getOpenIdToken(id)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  });

  it("turns the guest identity it comes with into its own", async () => {
    const guest = await clients.getId();
    const { idToken } = await signedIn("was.guest@example.org");
    await clients.getCredentials(guest, idToken);
    expect(await clients.getId(idToken)).toBe(guest);
    await expect(clients.getCredentials(guest)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  });

  it("cannot act as another's identity", async () => {
    const one = await signedIn("one@example.org");
    const two = await signedIn("two@example.org");
    const id = await clients.getId(one.idToken);
    await expect(clients.getCredentials(id, two.idToken)).rejects.toMatchObject({
      message: "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    });
  });
});

describe("a login", () => {
  it("is an id token: access tokens, altered tokens and other providers' are refused", async () => {
    const { tokens, idToken } = await signedIn("login@example.org");
    const refused = { name: "NotAuthorizedException" };
    await expect(clients.getId(tokens.getAccessToken().getJwtToken())).rejects.toMatchObject({
      message: "Invalid login token. Not a valid OpenId Connect identity token.",
    });
    const [header, , signature] = idToken.split(".");
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(idToken), sub: "another" })).toString("base64url");
    await expect(clients.getId([header, claims, signature].join("."))).rejects.toMatchObject({
      message: "Invalid login token. Token signature invalid.",
    });
    await expect(clients.getId("nonsense")).rejects.toMatchObject(refused);
    const elsewhere = new GetIdCommand({
      IdentityPoolId: stand.deps.identifiers.identityPoolId,
      Logins: { "accounts.google.com": idToken },
    });
    await expect(clients.identity.send(elsewhere)).rejects.toMatchObject({
      message: "Token is not from a supported provider of this identity pool.",
    });
  });

  it("is refused once its user signed out everywhere", async () => {
    const { tokens, idToken } = await signedIn("left@example.org");
    await clients.getId(idToken);
    await fetch(stand.localAws.url, {
      method: "POST",
      headers: {
        "x-amz-target": "AWSCognitoIdentityProviderService.GlobalSignOut",
        "content-type": "application/x-amz-json-1.1",
      },
      body: JSON.stringify({ AccessToken: tokens.getAccessToken().getJwtToken() }),
    });
    await expect(clients.getId(idToken)).rejects.toMatchObject({
      message: "Invalid login token. Token has been revoked.",
    });
  });

  it("is refused once its user was deleted, by whichever way an administrator has", async () => {
    const { userPoolId: UserPoolId } = stand.deps.identifiers;
    const credentials = stand.localAws.administrator;
    const client = new CognitoIdentityProviderClient({
      region: "us-east-1",
      endpoint: stand.localAws.url,
      credentials,
    });
    const control = (body: object) =>
      fetch(`${stand.localAws.url}/_local/accounts`, { method: "POST", body: JSON.stringify(body) });
    for (const remove of [
      (email: string) => client.send(new AdminDeleteUserCommand({ UserPoolId, Username: email })),
      (email: string) => control({ email, remove: true }),
    ]) {
      const { idToken } = await signedIn("gone@example.org");
      await clients.getId(idToken);
      await remove("gone@example.org");
      await expect(clients.getId(idToken)).rejects.toMatchObject({ name: "NotAuthorizedException" });
    }
  });

  it("is refused after its hour", async () => {
    const { idToken } = await signedIn("expired@example.org");
    stand.localAws.clock.advance(3600_000);
    await expect(clients.getId(idToken)).rejects.toMatchObject({
      message: expect.stringMatching(/^Invalid login token. Token expired: \d+ >= \d+$/),
    });
  });
});

describe("a guest", () => {
  it("gets nothing of Kinesis Video Streams through the enhanced flow, whatever the role allows", async () => {
    const { Credentials } = await clients.getCredentials(await clients.getId());
    const principal = clients.principalOf(Credentials);
    expect(() => authorize(principal, "kinesisvideo:ConnectAsViewer", `${CHANNEL}x-y/1`)).toThrow(
      expect.objectContaining({
        type: "AccessDeniedException",
        message:
          "User: arn:aws:sts::123456789012:assumed-role/lectern-local-guest/CognitoIdentityCredentials is not authorized " +
          `to perform: kinesisvideo:ConnectAsViewer on resource: ${CHANNEL}x-y/1 because no session policy allows the ` +
          "kinesisvideo:ConnectAsViewer action",
      }),
    );
  });

  it("is a viewer, and nothing else, through the classic flow", async () => {
    const token = await clients.getOpenIdToken(await clients.getId());
    expect(decodeJwt(token)).toMatchObject({
      iss: "https://cognito-identity.amazonaws.com",
      aud: stand.deps.identifiers.identityPoolId,
      amr: ["unauthenticated"],
    });
    const { Credentials } = await clients.assumeRole(token, stand.deps.roles.guest.arn);
    const principal = clients.principalOf(Credentials);
    authorize(principal, "kinesisvideo:ConnectAsViewer", `${CHANNEL}x-y/1`);
    expect(() => authorize(principal, "kinesisvideo:ConnectAsMaster", `${CHANNEL}x-y/1`)).toThrow(
      expect.objectContaining({ type: "AccessDeniedException" }),
    );
    expect(() => authorize(principal, "kinesisvideo:ConnectAsViewer", "arn:aws:kinesisvideo:::channel/x/1")).toThrow();
  });

  it("is refused everywhere while guests are off", async () => {
    const id = await clients.getId();
    stand.localAws.settings.guests = false;
    const refused = {
      name: "NotAuthorizedException",
      message: "Unauthenticated access is not supported for this identity pool.",
    };
    await expect(clients.getId()).rejects.toMatchObject(refused);
    await expect(clients.getOpenIdToken(id)).rejects.toMatchObject(refused);
    await expect(clients.getCredentials(id)).rejects.toMatchObject(refused);
  });

  it("is sent to the enhanced flow while the classic one is off", async () => {
    const id = await clients.getId();
    stand.localAws.settings.classicFlow = false;
    await expect(clients.getOpenIdToken(id)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Basic (classic) flow is not enabled, please use enhanced flow.",
    });
    await expect(clients.getCredentials(id)).resolves.toBeDefined();
  });
});

describe("GetId", () => {
  const getId = (IdentityPoolId: string) => clients.identity.send(new GetIdCommand({ IdentityPoolId }));

  it("refuses any pool but its own", async () => {
    const other = "us-east-1:00000000-0000-4000-8000-000000000000";
    await expect(getId(other)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `IdentityPool '${other}' not found.`,
    });
    await expect(getId("us-east-1_UserPool1")).rejects.toMatchObject({
      name: "ValidationException",
      message:
        "1 validation error detected: Value 'us-east-1_UserPool1' at 'identityPoolId' failed to satisfy constraint: " +
        "Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
    });
    await expect(clients.getCredentials(other)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `Identity '${other}' not found.`,
    });
  });
});

it.each([
  ["POST", "text/plain"],
  ["POST", "application/json"],
  ["PUT", "application/x-amz-json-1.1"],
])("finds no operation for %s with %s", async (method, type) => {
  const headers = { "x-amz-target": "AWSCognitoIdentityService.GetId", "content-type": type };
  const answer = await fetch(stand.localAws.url, { method, headers, body: "{}" });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ __type: "UnknownOperationException" });
});

it("tells a value of any length without a header that clients refuse", async () => {
  const getId = new GetIdCommand({ IdentityPoolId: "x".repeat(100_000) });
  await expect(clients.identity.send(getId)).rejects.toMatchObject({ name: "ValidationException" });
});

it("answers a page's preflight, refusals included, as AWS does", async () => {
  const headers = { origin: "http://localhost:5174", "access-control-request-method": "POST" };
  const preflight = await fetch(stand.localAws.url, { method: "OPTIONS", headers });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get("access-control-allow-headers")?.split(",")).toEqual(
    expect.arrayContaining(["content-type", "x-amz-target", "x-amz-user-agent", "cache-control", "authorization"]),
  );
  const refusal = await fetch(stand.localAws.url, {
    method: "POST",
    headers: { "x-amz-target": "AWSCognitoIdentityService.GetId", "content-type": "application/x-amz-json-1.1" },
    body: "{}",
  });
  expect(refusal.status).toBe(400);
  expect(refusal.headers.get("access-control-allow-origin")).toBe("*");
  expect(refusal.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  expect(refusal.headers.get("x-amzn-errortype")).toBe("ValidationException:");
  expect(await refusal.json()).toEqual({
    __type: "ValidationException",
    message: refusal.headers.get("x-amzn-errormessage"),
  });
});
