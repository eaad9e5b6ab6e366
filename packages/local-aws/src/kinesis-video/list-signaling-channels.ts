import * as v from "valibot";
import { channelInfo, channelQuota, type KinesisVideo, type Operation, parseArguments } from "./operation.ts";

const schema = v.object({
  ChannelNameCondition: v.optional(
    v.object({
      ComparisonOperator: v.optional(v.literal("BEGINS_WITH")),
      ComparisonValue: v.optional(v.string()),
    }),
  ),
  MaxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  NextToken: v.optional(v.string()),
});

export function listSignalingChannels({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "ListSignalingChannels", 50);
  return (body, principal) => {
    const { ChannelNameCondition, MaxResults = 10_000, NextToken } = parseArguments(schema, body);
    // Not a mistake: this action has no resource type, so only a policy for "*" allows it (service authorization reference).
    authenticator.authorize(principal, "kinesisvideo:ListSignalingChannels", "*");
    quota();
    const prefix = ChannelNameCondition?.ComparisonValue ?? "";
    const found = channels
      .list()
      .filter(({ name }) => name.startsWith(prefix) && (NextToken === undefined || name.localeCompare(NextToken) > 0));
    const page = found.slice(0, MaxResults);
    const last = page.at(-1);
    return {
      ChannelInfoList: page.map(channelInfo),
      ...(page.length < found.length && last !== undefined && { NextToken: last.name }),
    };
  };
}
