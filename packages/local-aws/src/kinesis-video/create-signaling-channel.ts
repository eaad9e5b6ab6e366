import * as v from "valibot";
import { listOf, oneOf } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import { channelArnPattern } from "./channels.ts";
import {
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  messageTtlSeconds,
  name,
  type Operation,
  parseArguments,
} from "./operation.ts";
import { MOST_TAGS, tag, tagsOf } from "./tags.ts";

/** The service's own default is not documented; this is the one of AWS's C SDK and samples. */
const DEFAULT_MESSAGE_TTL_SECONDS = 60;
const MOST_CHANNELS = 10_000;

const schema = v.object({
  ChannelName: name,
  ChannelType: v.optional(oneOf("SINGLE_MASTER", "FULL_MESH")),
  SingleMasterConfiguration: v.optional(v.object({ MessageTtlSeconds: v.optional(messageTtlSeconds) })),
  Tags: v.optional(listOf(tag, { max: MOST_TAGS }), []),
});

export function createSignalingChannel({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "CreateSignalingChannel", 50);
  return (body, principal) => {
    const { ChannelName, ChannelType, SingleMasterConfiguration, Tags } = parseArguments(schema, body);
    if (ChannelType === "FULL_MESH") throw invalidArgument("FULL_MESH is not played by local-aws.");
    const resource = channelArnPattern(ChannelName);
    authenticator.authorize(principal, "kinesisvideo:CreateSignalingChannel", resource);
    if (Tags.length > 0) authenticator.authorize(principal, "kinesisvideo:TagResource", resource);
    quota();
    if (channels.byName(ChannelName) !== undefined) {
      throw new AwsError("ResourceInUseException", `The channel ${ChannelName} already exists.`);
    }
    if (channels.list().length >= MOST_CHANNELS) {
      throw new AwsError("AccountChannelLimitExceededException", `The account has ${MOST_CHANNELS} channels.`);
    }
    const ttl = SingleMasterConfiguration?.MessageTtlSeconds ?? DEFAULT_MESSAGE_TTL_SECONDS;
    return { ChannelARN: channels.create(ChannelName, ttl, tagsOf(Tags)).arn };
  };
}
