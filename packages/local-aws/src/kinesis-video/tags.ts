import * as v from "valibot";
import { listOf, text } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import type { Channel } from "./channels.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  nextToken,
  type Operation,
  parseArguments,
} from "./operation.ts";

/** Of one channel. */
export const MOST_TAGS = 50;

const key = text({ min: 1, max: 128, pattern: "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$" });
export const tag = v.object({
  Key: key,
  Value: text({ min: 0, max: 256, pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*" }),
});
type Tag = v.InferOutput<typeof tag>;

const tagSchema = v.object({ ResourceARN: arn, Tags: listOf(tag, { min: 1, max: MOST_TAGS }) });
const untagSchema = v.object({ ResourceARN: arn, TagKeyList: listOf(key, { min: 1, max: MOST_TAGS }) });
const listSchema = v.object({ ResourceARN: arn, NextToken: v.optional(nextToken) });

export const tagsOf = (tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));

/** What the three operations on tags have in common: judges, counts, and finds the channel. */
function onTags<S extends v.GenericSchema<unknown, { ResourceARN: string }>>(
  { clock, channels, authenticator }: KinesisVideo,
  action: string,
  schema: S,
  operation: (channel: Channel, input: v.InferOutput<S>) => unknown,
): Operation {
  const quota = channelQuota(clock, action, 50, 5);
  return (body, principal) => {
    const input = parseArguments(schema, body);
    const { ResourceARN } = input;
    authenticator.authorize(principal, `kinesisvideo:${action}`, ResourceARN);
    quota(ResourceARN);
    const channel = channels.byArn(ResourceARN);
    if (channel === undefined) throw channelNotFound(ResourceARN);
    return operation(channel, input);
  };
}

/** TagResource, UntagResource, ListTagsForResource: paths in capitals, unlike the others. */
export const tagOperations = (kinesisVideo: KinesisVideo): [string, Operation][] => [
  [
    "/TagResource",
    onTags(kinesisVideo, "TagResource", tagSchema, (channel, { Tags }) => {
      const tags = { ...channel.tags, ...tagsOf(Tags) };
      if (Object.keys(tags).length > MOST_TAGS) {
        throw new AwsError("TagsPerResourceExceededLimitException", `A channel has ${MOST_TAGS} tags at most.`);
      }
      kinesisVideo.channels.tag(channel, tags);
      return {};
    }),
  ],
  [
    "/UntagResource",
    onTags(kinesisVideo, "UntagResource", untagSchema, (channel, { TagKeyList }) => {
      const kept = Object.entries(channel.tags).filter(([name]) => !TagKeyList.includes(name));
      kinesisVideo.channels.tag(channel, Object.fromEntries(kept));
      return {};
    }),
  ],
  [
    "/ListTagsForResource",
    onTags(kinesisVideo, "ListTagsForResource", listSchema, ({ tags }, { NextToken }) => {
      if (NextToken !== undefined) throw invalidArgument("NextToken is not one that was given.");
      return { Tags: tags };
    }),
  ],
];
