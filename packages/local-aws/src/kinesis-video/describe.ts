import * as v from "valibot";
import { type Channel, channelArnPattern } from "./channels.ts";
import {
  arn,
  channelInfo,
  channelNotFound,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  name,
  type Operation,
  parseArguments,
} from "./operation.ts";

const schema = v.object({
  ChannelName: v.optional(name),
  ChannelARN: v.optional(arn),
});

/** What is told of a channel that is called by its name or its ARN. */
function describe(
  { clock, channels, authenticator }: KinesisVideo,
  action: string,
  perAccount: number,
  tell: (channel: Channel) => unknown,
): Operation {
  const quota = channelQuota(clock, action, perAccount, 5);
  return (body, principal) => {
    const { ChannelName, ChannelARN } = parseArguments(schema, body);
    if (ChannelName === undefined && ChannelARN === undefined) {
      throw invalidArgument("Either ChannelName or ChannelARN is required.");
    }
    const channel = ChannelARN === undefined ? channels.byName(ChannelName ?? "") : channels.byArn(ChannelARN);
    const resource = channel?.arn ?? ChannelARN ?? channelArnPattern(ChannelName ?? "");
    authenticator.authorize(principal, `kinesisvideo:${action}`, resource);
    quota(resource);
    if (channel === undefined) throw channelNotFound(ChannelARN ?? ChannelName ?? "");
    return tell(channel);
  };
}

export const describeSignalingChannel = (video: KinesisVideo): Operation =>
  describe(video, "DescribeSignalingChannel", 300, (channel) => ({ ChannelInfo: channelInfo(channel) }));

/** AWS's own example page asks this first. No channel here stores media. */
export const describeMediaStorageConfiguration = (video: KinesisVideo): Operation =>
  describe(video, "DescribeMediaStorageConfiguration", 50, () => ({
    MediaStorageConfiguration: { Status: "DISABLED" },
  }));
