import * as v from "valibot";
import { AwsError } from "../http/service.ts";
import { channelArnPattern } from "./channels.ts";
import { channelQuota, type KinesisVideo, NAME_PATTERN, type Operation, parseArguments } from "./operation.ts";

/** The service's own default is not documented; this is the one of AWS's C SDK and samples. */
const DEFAULT_MESSAGE_TTL_SECONDS = 60;
const MOST_CHANNELS = 10_000;

const schema = v.object({
  ChannelName: v.pipe(v.string(), v.regex(NAME_PATTERN)),
  ChannelType: v.optional(v.literal("SINGLE_MASTER")),
  SingleMasterConfiguration: v.optional(
    v.object({
      MessageTtlSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(120))),
    }),
  ),
  Tags: v.optional(v.pipe(v.array(v.object({ Key: v.string(), Value: v.string() })), v.maxLength(50))),
});

export function createSignalingChannel({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "CreateSignalingChannel", 50);
  return (body, principal) => {
    const { ChannelName, SingleMasterConfiguration, Tags } = parseArguments(schema, body);
    const resource = channelArnPattern(ChannelName);
    authenticator.authorize(principal, "kinesisvideo:CreateSignalingChannel", resource);
    if (Tags?.length) authenticator.authorize(principal, "kinesisvideo:TagResource", resource);
    quota();
    if (channels.byName(ChannelName) !== undefined) {
      throw new AwsError("ResourceInUseException", `The channel ${ChannelName} already exists.`);
    }
    if (channels.list().length >= MOST_CHANNELS) {
      throw new AwsError("AccountChannelLimitExceededException", `The account has ${MOST_CHANNELS} channels.`);
    }
    const ttl = SingleMasterConfiguration?.MessageTtlSeconds ?? DEFAULT_MESSAGE_TTL_SECONDS;
    return { ChannelARN: channels.create(ChannelName, ttl).arn };
  };
}
