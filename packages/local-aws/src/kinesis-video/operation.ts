import { type GenericSchema, type InferOutput, is } from "valibot";
import type { MovableClock } from "../clock.ts";
import { notJson, nullIsNotGiven, readJson } from "../http/json.ts";
import { integer, readInput, text } from "../http/model.ts";
import { AwsError, type AwsRequest } from "../http/service.ts";
import type { Authenticator, Principal } from "../iam/principal.ts";
import { ACCOUNT } from "../identifiers.ts";
import { createQuota } from "../rate-limit.ts";
import type { Channel, Channels } from "./channels.ts";

/** What the operations of Kinesis Video Streams share. */
export interface KinesisVideo {
  clock: MovableClock;
  channels: Channels;
  authenticator: Authenticator;
  /** Where a channel's endpoint is for who asks: `m` for masters, `v` for viewers, `r` for HTTPS. An `http:` or `https:` URL. */
  endpointOf(kind: "m" | "v" | "r", endpointId: string, request: AwsRequest): string;
}

/** One operation: judges, then answers with what is written as JSON. */
export type Operation = (body: unknown, principal: Principal, request: AwsRequest) => unknown;

export const invalidArgument = (message: string): AwsError => new AwsError("InvalidArgumentException", message);

/**
 * Members of the operations, as the APIs' published models bound them.
 * @see https://github.com/boto/botocore botocore/data/kinesisvideo/2017-09-30/service-2.json
 */
export const name = text({ min: 1, max: 256, pattern: "[a-zA-Z0-9_.-]+" });
export const isName = (given: string): boolean => is(name, given);
export const arn = text({
  min: 1,
  max: 1024,
  pattern: "arn:[a-z\\d-]+:kinesisvideo:[a-z0-9-]+:[0-9]+:[a-z]+/[a-zA-Z0-9_.-]+/[0-9]+",
});
export const version = text({ min: 1, max: 64, pattern: "[a-zA-Z0-9]+" });
export const nextToken = text({ max: 1024, pattern: "[a-zA-Z0-9+/=]*" });
export const messageTtlSeconds = integer({ min: 5, max: 120 });

/** The body as JSON; an empty one is an empty object. @throws AwsError SerializationException */
export const readArguments = (request: AwsRequest): unknown =>
  request.body.length === 0 ? {} : readJson(request, notJson, nullIsNotGiven);

/** @throws AwsError InvalidArgumentException naming what is wrong, SerializationException */
export const parseArguments = <S extends GenericSchema>(schema: S, body: unknown): InferOutput<S> =>
  readInput(schema, body, invalidArgument);

export const channelNotFound = (what: string): AwsError =>
  new AwsError("ResourceNotFoundException", `The requested channel ${what} is not found or not active.`, 404);

/** In the words people have seen KVS use (reference/aws.md, addendum 2). */
export const limitExceeded = (action: string, resource: string): AwsError =>
  new AwsError(
    "ClientLimitExceededException",
    `Limit exceeded on number of requests for ${action} API for resource '${resource}'`,
  );

/** A quota per account and, where AWS has one, per channel. @throws AwsError ClientLimitExceededException, by what it returns */
export function channelQuota(clock: MovableClock, action: string, perAccount: number, perChannel = perAccount) {
  const refusal = (resource: string) => limitExceeded(action, resource || ACCOUNT);
  const countForAccount = createQuota(clock, perAccount, refusal);
  const countForChannel = createQuota(clock, perChannel, refusal);
  return (channel?: string) => {
    countForAccount();
    if (channel !== undefined) countForChannel(channel);
  };
}

/** A channel as Describe and List show it. CreationTime is epoch seconds. */
export const channelInfo = (channel: Channel) => ({
  ChannelName: channel.name,
  ChannelARN: channel.arn,
  ChannelType: "SINGLE_MASTER",
  ChannelStatus: channel.updatingTo === undefined ? channel.status : "UPDATING",
  CreationTime: channel.createdAt / 1000,
  SingleMasterConfiguration: { MessageTtlSeconds: channel.messageTtlSeconds },
  Version: channel.version,
});
