import {
  CreateSignalingChannelCommand,
  DescribeSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  KinesisVideoClient,
} from "@aws-sdk/client-kinesis-video";
import {
  GetIceServerConfigCommand,
  type IceServer,
  KinesisVideoSignalingClient,
} from "@aws-sdk/client-kinesis-video-signaling";
import { HOUR_MS } from "@lectern/primitives";
import { number, object, parse, record, string } from "valibot";
import type { Account } from "../administration/account.ts";
import { followClock } from "../api-gateway/aws-clients.ts";
import { createClock, type MovableClock } from "../clock.ts";
import type { NamedRole } from "../iam/roles.ts";
import { roleSession } from "../iam/roles.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import type { LocalAwsOptions } from "../options.ts";
import { type Stand, startStand } from "../start.ts";
import { type Keys, presign } from "./presign.ts";
import { openSocket, type Refusal, refusalOf, type TestSocket } from "./sockets.ts";

const stateSchema = object({ refusals: record(string(), number()) });

export interface TestStand extends Stand {
  guest: Keys;
  handlers: Keys;
  /** Of an administrator. */
  operator: Keys;
  /** The administrator's, for a command's process: credentials, region, and AWS's address. */
  operatorEnvironment: Record<string, string>;
  /** What the account holds beside what the pages use: to be filled with what a command is to find. */
  account: Account;
  /** Credentials of the speaker's role with this `speaker` tag. */
  speaker(tag: string): Keys;
  as(role: NamedRole, tags?: Record<string, string>): Keys;
  kinesisVideo(credentials: Keys): KinesisVideoClient;
  /** An ACTIVE channel, made by the handlers' role or, for another environment's, by its own. */
  createChannel(name: string, creator?: Keys): Promise<TestChannel>;
  /** Refusals counted so far, by reason. */
  refusals(): Promise<Record<string, number>>;
}

export interface TestChannel {
  arn: string;
  now(): number;
  endpoint(role: "MASTER" | "VIEWER", protocol: "WSS" | "HTTPS"): Promise<string>;
  masterUrl(credentials: Keys): Promise<string>;
  viewerUrl(credentials: Keys, clientId: string): Promise<string>;
  master(credentials: Keys): Promise<TestSocket>;
  viewer(credentials: Keys, clientId: string): Promise<TestSocket>;
  masterRefused(credentials: Keys): Promise<Refusal>;
  viewerRefused(credentials: Keys, clientId: string): Promise<Refusal>;
  /** GetIceServerConfig at this channel's endpoint, for this channel or, to be refused, for another. */
  iceServers(credentials: Keys, channelArn?: string): Promise<IceServer[]>;
}

interface TestStandOptions extends Omit<LocalAwsOptions, "port"> {
  /** Default: runs with the machine's. */
  clock?: MovableClock;
}

/** Time that passes only when a test moves it: a thousand calls fall into one second. */
export function stillClock(): MovableClock {
  const now = Date.now();
  return createClock(() => now);
}

/** local-aws on a free port, with credentials of every role at hand. */
export async function startTestStand({ clock, ...options }: TestStandOptions = {}): Promise<TestStand> {
  const stand = await startStand({ port: 0, turn: "off", ...options }, clock);
  const { deps, localAws } = stand;
  const as = (role: NamedRole, tags: Record<string, string> = {}): Keys =>
    deps.credentials.issue(roleSession(role, ACCOUNT, "test", tags), HOUR_MS);

  const kinesisVideo = (credentials: Keys) => {
    const client = new KinesisVideoClient({ region: REGION, endpoint: localAws.url, credentials, maxAttempts: 1 });
    followClock(client.config, deps.clock);
    return client;
  };

  const createChannel = async (name: string, creator: Keys = deps.handlersCredentials): Promise<TestChannel> => {
    const client = kinesisVideo(creator);
    const { ChannelARN: arn = "" } = await client.send(new CreateSignalingChannelCommand({ ChannelName: name }));
    localAws.clock.advance(2000);
    const { ChannelInfo } = await client.send(new DescribeSignalingChannelCommand({ ChannelARN: arn }));
    if (ChannelInfo?.ChannelStatus !== "ACTIVE") throw new Error(`the channel is ${ChannelInfo?.ChannelStatus}`);
    const endpoint: TestChannel["endpoint"] = async (Role, protocol) => {
      const configuration = { Protocols: [protocol], Role };
      const { ResourceEndpointList } = await client.send(
        new GetSignalingChannelEndpointCommand({
          ChannelARN: arn,
          SingleMasterChannelEndpointConfiguration: configuration,
        }),
      );
      return ResourceEndpointList?.[0]?.ResourceEndpoint ?? "";
    };
    const now = () => deps.clock.now();
    const masterUrl = async (credentials: Keys) =>
      presign(await endpoint("MASTER", "WSS"), { "X-Amz-ChannelARN": arn }, { credentials, now: now() });
    const viewerUrl = async (credentials: Keys, clientId: string) =>
      presign(
        await endpoint("VIEWER", "WSS"),
        { "X-Amz-ChannelARN": arn, "X-Amz-ClientId": clientId },
        { credentials, now: now() },
      );
    return {
      arn,
      now,
      endpoint,
      masterUrl,
      viewerUrl,
      master: async (credentials) => openSocket(await masterUrl(credentials)),
      viewer: async (credentials, clientId) => openSocket(await viewerUrl(credentials, clientId)),
      masterRefused: async (credentials) => refusalOf(await masterUrl(credentials)),
      viewerRefused: async (credentials, clientId) => refusalOf(await viewerUrl(credentials, clientId)),
      async iceServers(credentials, ChannelARN = arn) {
        const configuration = { region: REGION, endpoint: await endpoint("VIEWER", "HTTPS"), credentials };
        const signaling = new KinesisVideoSignalingClient({ ...configuration, maxAttempts: 1 });
        followClock(signaling.config, deps.clock);
        try {
          const answer = await signaling.send(new GetIceServerConfigCommand({ ChannelARN, ClientId: "v1" }));
          return answer.IceServerList ?? [];
        } finally {
          signaling.destroy();
        }
      },
    };
  };

  return {
    localAws,
    // After a restart they are others.
    get deps() {
      return stand.deps;
    },
    guest: as(deps.roles.guest),
    handlers: deps.handlersCredentials,
    operator: deps.operatorCredentials,
    operatorEnvironment: {
      AWS_ENDPOINT_URL: localAws.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: deps.operatorCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: deps.operatorCredentials.secretAccessKey,
      AWS_SESSION_TOKEN: deps.operatorCredentials.sessionToken,
    },
    account: deps.account,
    speaker: (tag) => as(deps.roles.speaker, { speaker: tag }),
    as,
    kinesisVideo,
    createChannel,
    async refusals() {
      const state = await fetch(`${localAws.url}/_local/state`);
      return parse(stateSchema, await state.json()).refusals;
    },
  };
}
