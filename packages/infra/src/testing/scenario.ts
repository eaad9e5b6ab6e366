import { GetIceServerConfigCommand, KinesisVideoSignalingClient } from "@aws-sdk/client-kinesis-video-signaling";
import {
  identityClients,
  type Keys,
  openSocket,
  presign,
  session,
  type TestSocket,
  type TestStand,
} from "@lectern/local-aws/testing";
import { channelEndpointsSchema, serverMessageSchema, sessionResponseSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import { vi } from "vitest";

const seatSchema = v.object({ ...channelEndpointsSchema.entries, clientId: v.string() });
const liveSchema = v.object({ type: v.literal("session"), session: v.object({ status: v.literal("live") }) });
const stateSchema = v.object({ channels: v.array(v.object({ arn: v.string(), status: v.string() })) });
type Endpoints = v.InferOutput<typeof channelEndpointsSchema>;

/** Without `execute-api:ManageConnections` no message ever comes, and one test waits this long. */
const MESSAGE_WITHIN_MS = 5_000;

interface Scenario {
  /** Of the speaker. */
  accessToken: string;
  /** Goes through a whole talk. Resolves to the name of the step that failed, or to null when none did. */
  failedStep(): Promise<string | null>;
}

/** Makes every kind of request the product makes to AWS, in the order of a talk, with a new account. */
export async function createScenario(stand: TestStand): Promise<Scenario> {
  const { localAws, deps } = stand;
  const { env } = localAws;
  const [email, password] = ["speaker@example.org", "Correct-Horse-1"];
  await localAws.createUser({ email, password });
  const signedIn = await session(localAws, email, password);
  const [idToken, accessToken] = [signedIn.getIdToken().getJwtToken(), signedIn.getAccessToken().getJwtToken()];
  const clients = identityClients(stand);
  const base = env.VITE_HTTP_API_URL ?? "";

  const toKeys = (
    given: { AccessKeyId?: string | undefined; SessionToken?: string | undefined } | undefined,
    secret?: string,
  ): Keys => ({
    accessKeyId: given?.AccessKeyId ?? "",
    secretAccessKey: secret ?? "",
    sessionToken: given?.SessionToken ?? "",
  });
  const request = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const answer = await fetch(`${base}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  /** The first message of a type. @throws Error for an `error` instead */
  const message = async (socket: TestSocket, type: string): Promise<unknown> => {
    const found = await vi.waitFor(() => {
      const frame = socket.frames.find((frame) => v.is(v.object({ type: v.picklist([type, "error"]) }), frame));
      if (frame === undefined) throw new Error(`no ${type} came`);
      return frame;
    }, MESSAGE_WITHIN_MS);
    const parsed = v.parse(serverMessageSchema, found);
    if (parsed.type === "error") throw new Error(parsed.code);
    return parsed;
  };
  const iceServers = async ({ channelArn, httpsEndpoint }: Endpoints, credentials: Keys): Promise<void> => {
    const client = new KinesisVideoSignalingClient({
      region: "us-east-1",
      endpoint: httpsEndpoint,
      credentials,
      maxAttempts: 1,
    });
    await client.send(new GetIceServerConfigCommand({ ChannelARN: channelArn }));
  };
  const connect = async ({ channelArn, wssEndpoint }: Endpoints, credentials: Keys, clientId?: string) => {
    const query = { "X-Amz-ChannelARN": channelArn, ...(clientId !== undefined && { "X-Amz-ClientId": clientId }) };
    sockets.push(await openSocket(await presign(wssEndpoint, query, { credentials, now: deps.clock.now() })));
  };
  const sockets: TestSocket[] = [];

  async function* steps(): AsyncGenerator<string, void, void> {
    yield "speaker's credentials";
    const { Credentials: enhanced } = await clients.getCredentials(await clients.getId(idToken), idToken);
    const speaker = toKeys(enhanced, enhanced?.SecretKey);
    yield "guest's credentials";
    const token = await clients.getOpenIdToken(await clients.getId());
    const { Credentials: assumed } = await clients.assumeRole(token, env.VITE_GUEST_ROLE_ARN ?? "");
    const guest = toKeys(assumed, assumed?.SecretAccessKey);

    yield "POST /sessions";
    const { session: made } = v.parse(sessionResponseSchema, await request("POST", "/sessions", { title: "A talk" }));
    yield "GET /sessions/{code}";
    await request("GET", `/sessions/${made.code}`);
    yield "GET /sessions";
    await request("GET", "/sessions");

    yield "host";
    const host = await openSocket(env.VITE_WEBSOCKET_URL ?? "");
    sockets.push(host);
    host.send({ action: "host", token: accessToken, code: made.code });
    const { channels } = v.parse(
      v.object({ channels: v.tuple([channelEndpointsSchema]) }),
      await message(host, "channels"),
    );
    yield "speaker's ICE servers";
    await iceServers(channels[0], speaker);
    yield "connect as master";
    await connect(channels[0], speaker);

    yield "seat";
    host.send({ action: "mastering", channelArn: channels[0].channelArn });
    await vi.waitFor(() => {
      if (!host.frames.some((frame) => v.is(liveSchema, frame))) throw new Error("the session is not live");
    }, MESSAGE_WITHIN_MS);
    const listener = await openSocket(env.VITE_WEBSOCKET_URL ?? "");
    sockets.push(listener);
    listener.send({ action: "join", code: made.code, seat: true });
    const seat = v.parse(seatSchema, await message(listener, "seat"));
    yield "guest's ICE servers";
    await iceServers(seat, guest);
    yield "connect as viewer";
    await connect(seat, guest, seat.clientId);

    yield "DELETE /sessions/{code}";
    await request("DELETE", `/sessions/${made.code}`);
    yield "the channel is gone";
    const state = await (await fetch(`${localAws.url}/_local/state`)).json();
    const listed = v.parse(stateSchema, state).channels.find(({ arn }) => arn === seat.channelArn);
    if (listed?.status === "ACTIVE") throw new Error("the channel is left");
  }

  async function failedStep(): Promise<string | null> {
    let step = "";
    try {
      for await (const name of steps()) step = name;
      return null;
    } catch {
      return step;
    } finally {
      for (const { raw } of sockets.splice(0)) raw.close();
    }
  }
  return { accessToken, failedStep };
}
