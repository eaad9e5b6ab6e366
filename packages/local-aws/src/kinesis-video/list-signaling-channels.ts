import * as v from "valibot";
import { integer, oneOf } from "../http/model.ts";
import {
  channelInfo,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  name,
  nextToken,
  type Operation,
  parseArguments,
} from "./operation.ts";

const schema = v.object({
  ChannelNameCondition: v.optional(
    v.object({
      ComparisonOperator: v.optional(oneOf("BEGINS_WITH")),
      ComparisonValue: v.optional(name),
    }),
  ),
  MaxResults: v.optional(integer({ min: 1, max: 10_000 })),
  NextToken: v.optional(nextToken),
});

/** A page's token is the name of its last channel. */
const tokenOf = (lastName: string): string => Buffer.from(lastName).toString("base64");

function nameOf(token: string): string {
  const lastName = Buffer.from(token, "base64").toString("utf8");
  if (tokenOf(lastName) !== token) throw invalidArgument("NextToken is not one that was given.");
  return lastName;
}

export function listSignalingChannels({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "ListSignalingChannels", 50);
  return (body, principal) => {
    const { ChannelNameCondition, MaxResults = 10_000, NextToken } = parseArguments(schema, body);
    // Not a mistake: this action has no resource type, so only a policy for "*" allows it (service authorization reference).
    authenticator.authorize(principal, "kinesisvideo:ListSignalingChannels", "*");
    quota();
    const prefix = ChannelNameCondition?.ComparisonValue ?? "";
    const after = NextToken === undefined ? "" : nameOf(NextToken);
    const found = channels
      .list()
      .filter((channel) => channel.name.startsWith(prefix) && (after === "" || channel.name.localeCompare(after) > 0));
    const page = found.slice(0, MaxResults);
    const last = page.at(-1);
    return {
      ChannelInfoList: page.map(channelInfo),
      ...(page.length < found.length && last !== undefined && { NextToken: tokenOf(last.name) }),
    };
  };
}
