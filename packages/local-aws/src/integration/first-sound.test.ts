import { createHash } from "node:crypto";
import { CognitoIdentityClient, GetIdCommand, GetOpenIdTokenCommand } from "@aws-sdk/client-cognito-identity";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromCognitoIdentityPool } from "@aws-sdk/credential-provider-cognito-identity";
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from "amazon-cognito-identity-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REGION } from "../identifiers.ts";
import { type LocalAws, startLocalAws } from "../start.ts";
import { type Keys, presign } from "../testing/presign.ts";
import { openSocket, refusalOf, type TestSocket } from "../testing/sockets.ts";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off" });
});
afterAll(() => aws.close());

const value = (name: string) => aws.env[name] ?? "";

async function signIn(email: string): Promise<CognitoUserSession> {
  const password = "Correct-horse-1";
  await aws.createUser({ email, password });
  const Pool = new CognitoUserPool({
    UserPoolId: value("VITE_COGNITO_USER_POOL_ID"),
    ClientId: value("VITE_COGNITO_CLIENT_ID"),
    endpoint: aws.url,
  });
  const user = new CognitoUser({ Username: email, Pool });
  return new Promise((onSuccess, onFailure) =>
    user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), { onSuccess, onFailure }),
  );
}

async function speakerKeys(session: CognitoUserSession): Promise<Keys> {
  const provider = `cognito-idp.${REGION}.amazonaws.com/${value("VITE_COGNITO_USER_POOL_ID")}`;
  const {
    accessKeyId,
    secretAccessKey,
    sessionToken = "",
  } = await fromCognitoIdentityPool({
    clientConfig: { region: REGION, endpoint: aws.url },
    identityPoolId: value("VITE_COGNITO_IDENTITY_POOL_ID"),
    logins: { [provider]: session.getIdToken().getJwtToken() },
  })();
  return { accessKeyId, secretAccessKey, sessionToken };
}

async function guestKeys(): Promise<Keys> {
  const pool = new CognitoIdentityClient({ region: REGION, endpoint: aws.url });
  const { IdentityId } = await pool.send(new GetIdCommand({ IdentityPoolId: value("VITE_COGNITO_IDENTITY_POOL_ID") }));
  const { Token } = await pool.send(new GetOpenIdTokenCommand({ IdentityId }));
  const sts = new STSClient({ region: REGION, endpoint: aws.url });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: value("VITE_GUEST_ROLE_ARN"),
      RoleSessionName: "listener",
      WebIdentityToken: Token,
    }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

async function createSession(session: CognitoUserSession, title: string): Promise<string> {
  const response = await fetch(`${value("VITE_HTTP_API_URL")}/sessions`, {
    method: "POST",
    headers: { authorization: `Bearer ${session.getAccessToken().getJwtToken()}`, "content-type": "application/json" },
    body: JSON.stringify({ title }),
  });
  expect(response.status).toBe(201);
  const { session: created } = (await response.json()) as { session: { code: string } };
  return created.code;
}

interface Channel {
  channelArn: string;
  wssEndpoint: string;
}

async function host(session: CognitoUserSession, code: string): Promise<{ socket: TestSocket; channel: Channel }> {
  const socket = await openSocket(value("VITE_WEBSOCKET_URL"));
  socket.send({ action: "host", token: session.getAccessToken().getJwtToken(), code });
  const { channels } = (await socket.received({ type: "channels" })) as { channels: [Channel] };
  return { socket, channel: channels[0] };
}

const masterUrl = ({ channelArn, wssEndpoint }: Channel, credentials: Keys) =>
  presign(wssEndpoint, { "X-Amz-ChannelARN": channelArn }, { credentials, now: aws.clock.now() });

test("brings a speaker and a listener together through every service, with AWS's own clients", async () => {
  const session = await signIn("alice@example.com");
  const speaker = await speakerKeys(session);
  const code = await createSession(session, "First sound");
  const { socket, channel } = await host(session, code);
  const { sub } = session.getIdToken().payload;
  const tag = createHash("sha256").update(String(sub)).digest("hex").slice(0, 32);
  expect(channel.channelArn).toContain(`channel/lectern-local-${tag}-`);

  const listener = await openSocket(value("VITE_WEBSOCKET_URL"));
  listener.send({ action: "join", code });
  await listener.received({ type: "session" });
  const master = await openSocket(await masterUrl(channel, speaker));
  socket.send({ action: "mastering", channelArn: channel.channelArn });
  await socket.received({ type: "listeners", waiting: 1, seated: 0 });

  listener.send({ action: "seat" });
  const seat = (await listener.received({ type: "seat" })) as Channel & { clientId: string };
  expect(seat.channelArn).toBe(channel.channelArn);
  const viewer = await openSocket(
    await presign(
      seat.wssEndpoint,
      { "X-Amz-ChannelARN": seat.channelArn, "X-Amz-ClientId": seat.clientId },
      { credentials: await guestKeys(), now: aws.clock.now() },
    ),
  );
  viewer.send({ action: "SDP_OFFER", messagePayload: "b2ZmZXI=" });
  await master.received({ messageType: "SDP_OFFER", senderClientId: seat.clientId });
  for (const { raw } of [master, viewer, listener, socket]) raw.close();
});

test("refuses speaker B, and a guest, as master of speaker A's channel", async () => {
  const alice = await signIn("alice@example.com");
  const { channel, socket } = await host(alice, await createSession(alice, "Mine"));
  const bob = await speakerKeys(await signIn("bob@example.com"));
  const denied = { status: 403, type: "AccessDeniedException" };
  expect(await refusalOf(await masterUrl(channel, bob))).toMatchObject(denied);
  expect(await refusalOf(await masterUrl(channel, await guestKeys()))).toMatchObject(denied);
  socket.raw.close();
});
