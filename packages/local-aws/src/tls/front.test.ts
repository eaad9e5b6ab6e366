import { once } from "node:events";
import { get as httpGet } from "node:http";
import { type Agent, get } from "node:https";
import { connect as netConnect } from "node:net";
import { connect } from "node:tls";
import { CognitoIdentityClient, GetIdCommand } from "@aws-sdk/client-cognito-identity";
import { CognitoIdentityProviderClient, ListUsersCommand } from "@aws-sdk/client-cognito-identity-provider";
import {
  CreateSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  KinesisVideoClient,
} from "@aws-sdk/client-kinesis-video";
import { GetIceServerConfigCommand, KinesisVideoSignalingClient } from "@aws-sdk/client-kinesis-video-signaling";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { SigV4RequestSigner } from "amazon-kinesis-video-streams-webrtc";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { REGION } from "../identifiers.ts";
import { type LocalAws, startLocalAws } from "../start.ts";
import { proxyAgent } from "../testing/proxy-agent.ts";

let aws: LocalAws;
let agent: Agent;
let port: number;
let ca: string;
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off", tlsPort: 0 });
  port = aws.tls?.port ?? 0;
  ca = aws.tls?.authority ?? "";
  agent = proxyAgent(port, ca);
});
afterAll(() => aws.close());

/** As AWS's SDK is configured behind any proxy: it is told nothing of local-aws. */
const configuration = () => ({
  region: REGION,
  credentials: aws.administrator,
  requestHandler: { httpsAgent: agent },
  maxAttempts: 1,
});

/** Status and body of what this host says. */
const ask = (url: string, through: Agent = agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent: through }, async (answer) => {
      let body = "";
      for await (const chunk of answer) body += chunk;
      resolve(`${answer.statusCode} ${body}`);
    }).on("error", reject);
  });

describe("AWS's SDK, by AWS's host names", () => {
  test("calls Cognito and STS, unsigned and under the administrator's key", async () => {
    const { IdentityId } = await new CognitoIdentityClient(configuration()).send(
      new GetIdCommand({ IdentityPoolId: aws.env.VITE_COGNITO_IDENTITY_POOL_ID }),
    );
    expect(IdentityId).toMatch(/^us-east-1:/);
    const { Users } = await new CognitoIdentityProviderClient(configuration()).send(
      new ListUsersCommand({ UserPoolId: aws.env.VITE_COGNITO_USER_POOL_ID }),
    );
    expect(Users).toEqual([]);
    const { Arn } = await new STSClient(configuration()).send(new GetCallerIdentityCommand());
    expect(Arn).toContain("Administrator");
  });

  test("is refused under a key that signs wrongly", async () => {
    const credentials = { ...aws.administrator, secretAccessKey: "another" };
    await expect(
      new STSClient({ ...configuration(), credentials }).send(new GetCallerIdentityCommand()),
    ).rejects.toMatchObject({ name: "InvalidSignatureException" });
  });

  test("goes on to the endpoints of a channel, and KVS's own signer opens a socket there", async () => {
    const video = new KinesisVideoClient(configuration());
    const { ChannelARN = "" } = await video.send(new CreateSignalingChannelCommand({ ChannelName: "any" }));
    aws.clock.advance(1000);
    const endpoints = async (client: KinesisVideoClient) => {
      const { ResourceEndpointList = [] } = await client.send(
        new GetSignalingChannelEndpointCommand({
          ChannelARN,
          SingleMasterChannelEndpointConfiguration: { Protocols: ["WSS", "HTTPS"], Role: "MASTER" },
        }),
      );
      return ResourceEndpointList.map(({ ResourceEndpoint = "" }) => ResourceEndpoint);
    };
    const [wss = "", https = ""] = await endpoints(video);
    expect(wss).toMatch(/^wss:\/\/m-[0-9a-f]+\.kinesisvideo\.us-east-1\.amazonaws\.com$/);
    expect(https).toMatch(/^https:\/\/r-[0-9a-f]+\.kinesisvideo\.us-east-1\.amazonaws\.com$/);
    const signaling = new KinesisVideoSignalingClient({ ...configuration(), endpoint: https });
    expect((await signaling.send(new GetIceServerConfigCommand({ ChannelARN }))).IceServerList).toEqual([]);
    const url = await new SigV4RequestSigner(REGION, aws.administrator).getSignedURL(
      wss,
      { "X-Amz-ChannelARN": ChannelARN },
      new Date(aws.clock.now()),
    );
    const socket = new WebSocket(url, { agent });
    await once(socket, "open");
    socket.terminate();

    // The pages of npm start, which ask by local-aws's own address, go on by that.
    const local = new KinesisVideoClient({ region: REGION, credentials: aws.administrator, endpoint: aws.url });
    expect(await endpoints(local)).toEqual([
      expect.stringContaining(aws.url.replace("http", "ws")),
      expect.stringContaining(aws.url),
    ]);
  });
});

test("who verifies tokens finds the keys where the issuer says", async () => {
  const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${aws.env.VITE_COGNITO_USER_POOL_ID}`;
  const [, configured = "{}"] = (await ask(`${issuer}/.well-known/openid-configuration`)).split(/ (.*)/);
  const { jwks_uri: keys } = JSON.parse(configured);
  expect(keys).toBe(`${issuer}/.well-known/jwks.json`);
  expect(await ask(keys)).toMatch(/^200 \{"keys":/);
});

test("clients that ignore proxies find AWS's hosts at the port itself", async () => {
  const socket = connect({ port, host: "127.0.0.1", servername: "sts.us-east-1.amazonaws.com", ca });
  await once(socket, "secureConnect");
  socket.write("GET / HTTP/1.1\r\nhost: sts.us-east-1.amazonaws.com\r\nconnection: close\r\n\r\n");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1.1 404/);
  socket.destroy();
});

describe("refuses", () => {
  const refusal = "Not a host that local-aws plays";
  test.each([
    "https://example.com/",
    "https://s3.us-east-1.amazonaws.com/",
    "https://cognito-idp.eu-west-1.amazonaws.com/",
    "https://m-0.kinesisvideo.us-east-1.amazonaws.com.example.com/",
    "https://cognito-idp.us-east-1.amazonaws.com:9700/",
    "https://127.0.0.1/",
  ])("to lead to %s", async (url) => {
    await expect(ask(url)).rejects.toThrow(refusal);
  });

  test("a request that is no CONNECT", async () => {
    const [answer] = await once(httpGet({ port, host: "127.0.0.1", path: "http://example.com/" }), "response");
    expect(answer.statusMessage).toBe(refusal);
    answer.resume();
  });

  test.each(["example.com", "localhost", undefined])("TLS for %s", async (servername) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...(servername && { servername }) });
    await expect(once(socket, "secureConnect")).rejects.toThrow();
  });

  test("the control API by AWS's names", async () => {
    expect(await ask("https://sts.us-east-1.amazonaws.com/_local/inbox")).toMatch(/^404/);
  });

  test("what is asked of another service's host", async () => {
    const client = new CognitoIdentityClient({
      ...configuration(),
      endpoint: "https://cognito-idp.us-east-1.amazonaws.com",
    });
    const IdentityPoolId = aws.env.VITE_COGNITO_IDENTITY_POOL_ID;
    await expect(client.send(new GetIdCommand({ IdentityPoolId }))).rejects.toMatchObject({
      name: "UnknownOperationException",
    });
    const socket = new WebSocket("wss://sts.us-east-1.amazonaws.com/ws", { agent });
    const [, answer] = await once(socket, "unexpected-response");
    expect(answer.statusCode).toBe(404);
    answer.resume();
  });
});

describe("a connection that breaks ends nothing but itself:", () => {
  const goesOn = async () => expect(await ask("https://sts.us-east-1.amazonaws.com/")).toMatch(/^404/);
  const tunnel = "CONNECT sts.us-east-1.amazonaws.com:443 HTTP/1.1\r\n\r\n";

  test.each([
    ["before it says anything", ""],
    ["in a CONNECT", "CONNECT sts"],
    ["in a handshake", "\u0016\u0003\u0001"],
    ["after a CONNECT", tunnel],
    ["in a handshake through the proxy", `${tunnel}\u0016\u0003\u0001`],
  ])("%s", async (_, said) => {
    const socket = netConnect(port, "127.0.0.1");
    socket.write(said);
    if (said.startsWith(tunnel)) await once(socket, "data");
    else await once(socket, "connect");
    socket.resetAndDestroy();
    await goesOn();
  });

  test("in a request", async () => {
    const socket = connect({ port, host: "127.0.0.1", servername: "sts.us-east-1.amazonaws.com", ca });
    await once(socket, "secureConnect");
    socket.write("POST / HTTP/1.1\r\ncontent-length: 10\r\n\r\n");
    socket.destroy();
    await goesOn();
  });

  test("while local-aws is away", async () => {
    const asked = () => ask("https://sts.us-east-1.amazonaws.com/").catch(() => "away");
    const body = JSON.stringify({ fault: "restart", downMs: 300 });
    await fetch(`${aws.url}/_local/faults`, { method: "POST", body });
    await expect.poll(asked).toBe("away");
    await expect.poll(asked).toMatch(/^404/);
  });
});
