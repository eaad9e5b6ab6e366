import { Sha256 } from "@aws-crypto/sha256-js";
import { CognitoIdentityClient, GetIdCommand, GetOpenIdTokenCommand } from "@aws-sdk/client-cognito-identity";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type ServerMessage, serverMessageSchema } from "@lectern/session-api/contract";
import { SignatureV4 } from "@smithy/signature-v4";
import * as v from "valibot";
import { WebSocket } from "ws";
import { demo, localAws } from "./product.ts";

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** Guest credentials as anyone gets them who read the page's configuration: AWS's own clients, none of our code. */
async function guestKeys(): Promise<Keys> {
  const { env, awsEndpoint: endpoint } = demo();
  const region = env.VITE_AWS_REGION ?? "";
  const identity = new CognitoIdentityClient({ region, endpoint });
  const { IdentityId } = await identity.send(new GetIdCommand({ IdentityPoolId: env.VITE_COGNITO_IDENTITY_POOL_ID }));
  const { Token } = await identity.send(new GetOpenIdTokenCommand({ IdentityId }));
  const sts = new STSClient({ region, endpoint });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: env.VITE_GUEST_ROLE_ARN,
      RoleSessionName: "uninvited",
      WebIdentityToken: Token,
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
}

async function signedUrl(wssEndpoint: string, channelArn: string, clientId: string): Promise<string> {
  const url = new URL(wssEndpoint);
  const signer = new SignatureV4({
    service: "kinesisvideo",
    region: demo().env.VITE_AWS_REGION ?? "",
    credentials: await guestKeys(),
    sha256: Sha256,
  });
  const { query } = await signer.presign(
    {
      method: "GET",
      protocol: url.protocol,
      hostname: url.hostname,
      port: Number(url.port),
      path: url.pathname,
      headers: { host: url.host },
      query: { "X-Amz-ChannelARN": channelArn, "X-Amz-ClientId": clientId },
    },
    // Earlier tests may have moved the stand-in's clock.
    { expiresIn: 299, signingDate: new Date((await localAws.state()).now) },
  );
  return `${url.origin === "null" ? `${url.protocol}//${url.host}` : url.origin}${url.pathname}?${new URLSearchParams(
    query as Record<string, string>,
  )}`;
}

/** A seat asked for in the ordinary way, so that a test can tell "ignored" from "broken". */
export async function takeSeat(code: string): Promise<Extract<ServerMessage, { type: "seat" }>> {
  const socket = new WebSocket(demo().webSocketUrl);
  try {
    return await new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("open", () => {
        socket.send(JSON.stringify({ action: "join", code }));
      });
      socket.on("message", (data) => {
        const message = v.parse(serverMessageSchema, JSON.parse(String(data)));
        if (message.type === "session") socket.send(JSON.stringify({ action: "seat" }));
        if (message.type === "seat") resolve(message);
        if (message.type === "error") reject(new Error(message.code));
      });
    });
  } finally {
    socket.terminate();
  }
}

/** Connects as a viewer under any ClientId and sends one offer. Resolves to the answer, or to null after the time. */
export async function offerAs(
  clientId: string,
  channel: { channelArn: string; wssEndpoint: string },
  sdp: string,
  timeoutMs: number,
): Promise<string | null> {
  const socket = new WebSocket(await signedUrl(channel.wssEndpoint, channel.channelArn, clientId));
  try {
    return await new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("open", () => {
        const messagePayload = Buffer.from(JSON.stringify({ type: "offer", sdp })).toString("base64");
        socket.send(JSON.stringify({ action: "SDP_OFFER", messagePayload }));
        setTimeout(() => resolve(null), timeoutMs);
      });
      socket.on("message", (data) => {
        const { messageType, messagePayload } = JSON.parse(String(data));
        if (messageType === "SDP_ANSWER") resolve(JSON.parse(atob(messagePayload)).sdp);
      });
    });
  } finally {
    socket.terminate();
  }
}
