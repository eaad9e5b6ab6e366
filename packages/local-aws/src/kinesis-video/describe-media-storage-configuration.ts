import * as v from "valibot";
import { channelArnPattern } from "./channels.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  name,
  type Operation,
  parseArguments,
} from "./operation.ts";

const schema = v.object({ ChannelName: v.optional(name), ChannelARN: v.optional(arn) });

/** AWS's own example page asks this first. No channel here stores media. */
export function describeMediaStorageConfiguration({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "DescribeMediaStorageConfiguration", 50, 5);
  return (body, principal) => {
    const { ChannelName, ChannelARN } = parseArguments(schema, body);
    if (ChannelName === undefined && ChannelARN === undefined) {
      throw invalidArgument("Either ChannelName or ChannelARN is required.");
    }
    const channel = ChannelARN === undefined ? channels.byName(ChannelName ?? "") : channels.byArn(ChannelARN);
    const resource = channel?.arn ?? ChannelARN ?? channelArnPattern(ChannelName ?? "");
    authenticator.authorize(principal, "kinesisvideo:DescribeMediaStorageConfiguration", resource);
    quota(resource);
    if (channel === undefined) throw channelNotFound(ChannelARN ?? ChannelName ?? "");
    return { MediaStorageConfiguration: { Status: "DISABLED" } };
  };
}
