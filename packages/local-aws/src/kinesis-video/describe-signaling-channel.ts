import * as v from "valibot";
import { channelArnPattern } from "./channels.ts";
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

export function describeSignalingChannel({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "DescribeSignalingChannel", 300, 5);
  return (body, principal) => {
    const { ChannelName, ChannelARN } = parseArguments(schema, body);
    if (ChannelName === undefined && ChannelARN === undefined) {
      throw invalidArgument("Either ChannelName or ChannelARN is required.");
    }
    const channel = ChannelARN === undefined ? channels.byName(ChannelName ?? "") : channels.byArn(ChannelARN);
    const resource = channel?.arn ?? ChannelARN ?? channelArnPattern(ChannelName ?? "");
    authenticator.authorize(principal, "kinesisvideo:DescribeSignalingChannel", resource);
    quota(resource);
    if (channel === undefined) throw channelNotFound(ChannelARN ?? ChannelName ?? "");
    return { ChannelInfo: channelInfo(channel) };
  };
}
