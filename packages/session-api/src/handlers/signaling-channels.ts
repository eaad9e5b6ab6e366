import { setTimeout as delay } from "node:timers/promises";
import {
  ChannelProtocol,
  type ChannelRole,
  CreateSignalingChannelCommand,
  DeleteSignalingChannelCommand,
  DescribeSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  type KinesisVideoClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-kinesis-video";
import type { ChannelEndpoints } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import type { ChannelItem } from "./store/channels.ts";

/** How long an unanswered offer is held for a master who is not there (5–120 s): as AWS's own samples have it. */
const MESSAGE_TTL_SECONDS = 60;
const FIRST_POLL_MS = 200;
/** At 5 Describe a second and channel, the poll must never be quicker than `FIRST_POLL_MS`. */
const SLOWEST_POLL_MS = 1000;
const ACTIVE_WITHIN_MS = 20_000;

/** AWS's signaling channels, the only place that speaks to their control plane. */
export interface SignalingChannels {
  /** Creates the channel (or finds it created), waits until it is ACTIVE, looks up both roles' endpoints. @throws SessionApiError unavailable */
  open(name: string): Promise<Omit<ChannelItem, "seats">>;
  isActive(arn: string): Promise<boolean>;
  /** Whether there was one to delete. A channel still being created refuses; the caller comes again later. */
  remove(name: string): Promise<boolean>;
}

export function createSignalingChannels(client: KinesisVideoClient): SignalingChannels {
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
      // The same `host`, handled twice: the name is ours alone, so the channel is too.
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
    throw new SessionApiError("unavailable", "The channel did not become active in time.");
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
    if (!wssEndpoint || !httpsEndpoint) throw new SessionApiError("unavailable", "The channel has no endpoints.");
    return { wssEndpoint, httpsEndpoint };
  };

  return {
    async open(name) {
      const arn = await create(name);
      if (!arn) throw new SessionApiError("unavailable", "The channel was not created.");
      await awaitActive(arn);
      const [master, viewer] = await Promise.all([endpoints(arn, "MASTER"), endpoints(arn, "VIEWER")]);
      return { name, arn, master, viewer };
    },

    isActive: async (arn) => (await describe({ ChannelARN: arn }))?.ChannelStatus === "ACTIVE",

    async remove(name) {
      const channel = await describe({ ChannelName: name });
      if (!channel?.ChannelARN) return false;
      if (channel.ChannelStatus === "DELETING") return true;
      await client.send(new DeleteSignalingChannelCommand({ ChannelARN: channel.ChannelARN }));
      return true;
    },
  };
}
