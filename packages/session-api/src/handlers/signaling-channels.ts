import {
  ChannelProtocol,
  type ChannelRole,
  CreateSignalingChannelCommand,
  DeleteSignalingChannelCommand,
  DescribeSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-kinesis-video";
import type { ChannelEndpoints } from "../contract/index.ts";
import type { HandlersEnvironment } from "./environment.ts";
import { refuse } from "./refusals.ts";
import type { ChannelItem } from "./store/channels.ts";

/** How long KVS keeps an offer while the master is not connected (5–120 s). AWS's own samples have 60. */
const MESSAGE_TTL_SECONDS = 60;
/** KVS allows 5 DescribeSignalingChannel a second for each channel. */
const FIRST_POLL_MS = 200;
const SLOWEST_POLL_MS = 1000;
const ACTIVE_WITHIN_MS = 20_000;

/** Creates and deletes KVS signaling channels. */
export interface SignalingChannels {
  /** Creates the channel unless it exists, waits until it is ACTIVE, looks up both roles' endpoints. @throws SessionApiError unavailable */
  open(name: string): Promise<Omit<ChannelItem, "seats">>;
  /** Where an ACTIVE channel is to be reached now, by role; null: there is no such channel. */
  findEndpoints(arn: string): Promise<Pick<ChannelItem, "master" | "viewer"> | null>;
  /** False: there was none. Throws while KVS is still creating it. */
  remove(name: string): Promise<boolean>;
}

export function createSignalingChannels({
  kinesisVideo: client,
  delay,
}: Pick<HandlersEnvironment, "kinesisVideo" | "delay">): SignalingChannels {
  const describe = async (channel: { ChannelName: string } | { ChannelARN: string }) => {
    try {
      const { ChannelInfo } = await client.send(new DescribeSignalingChannelCommand(channel));
      return ChannelInfo ?? null;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      throw error;
    }
  };

  const create = async (name: string): Promise<string | undefined> => {
    try {
      const { ChannelARN } = await client.send(
        new CreateSignalingChannelCommand({
          ChannelName: name,
          ChannelType: "SINGLE_MASTER",
          SingleMasterConfiguration: { MessageTtlSeconds: MESSAGE_TTL_SECONDS },
        }),
      );
      return ChannelARN;
    } catch (error) {
      // The same `host` message was handled twice. Names are random, so nobody else created it.
      if (error instanceof ResourceInUseException) return (await describe({ ChannelName: name }))?.ChannelARN;
      throw error;
    }
  };

  const awaitActive = async (arn: string): Promise<void> => {
    let pollMs = FIRST_POLL_MS;
    for (let waitedMs = 0; waitedMs < ACTIVE_WITHIN_MS; pollMs = Math.min(SLOWEST_POLL_MS, pollMs * 1.5)) {
      if ((await describe({ ChannelARN: arn }))?.ChannelStatus === "ACTIVE") return;
      await delay(pollMs);
      waitedMs += pollMs;
    }
    throw refuse("unavailable", "The channel did not become active in time.");
  };

  const endpoints = async (arn: string, Role: ChannelRole): Promise<Omit<ChannelEndpoints, "channelArn">> => {
    const { ResourceEndpointList = [] } = await client.send(
      new GetSignalingChannelEndpointCommand({
        ChannelARN: arn,
        SingleMasterChannelEndpointConfiguration: { Protocols: ["WSS", "HTTPS"], Role },
      }),
    );
    const of = (protocol: ChannelProtocol) =>
      ResourceEndpointList.find(({ Protocol }) => Protocol === protocol)?.ResourceEndpoint;
    const wssEndpoint = of(ChannelProtocol.WSS);
    const httpsEndpoint = of(ChannelProtocol.HTTPS);
    if (!wssEndpoint || !httpsEndpoint) throw refuse("unavailable", "The channel has no endpoints.");
    return { wssEndpoint, httpsEndpoint };
  };

  const endpointsOfRoles = async (arn: string) => {
    const [master, viewer] = await Promise.all([endpoints(arn, "MASTER"), endpoints(arn, "VIEWER")]);
    return { master, viewer };
  };

  return {
    async open(name) {
      const arn = await create(name);
      if (!arn) throw refuse("unavailable", "The channel was not created.");
      await awaitActive(arn);
      return { name, arn, ...(await endpointsOfRoles(arn)) };
    },

    async findEndpoints(arn) {
      const channel = await describe({ ChannelARN: arn });
      return channel?.ChannelStatus === "ACTIVE" ? endpointsOfRoles(arn) : null;
    },

    async remove(name) {
      const channel = await describe({ ChannelName: name });
      if (!channel?.ChannelARN) return false;
      if (channel.ChannelStatus === "DELETING") return true;
      await client.send(new DeleteSignalingChannelCommand({ ChannelARN: channel.ChannelARN }));
      return true;
    },
  };
}
