import type { GenericSchema, InferOutput } from "valibot";
import type { MovableClock } from "../clock.ts";
import { readJson } from "../http/json.ts";
import { AwsError, type AwsRequest } from "../http/service.ts";
import { validate, violation } from "../http/validation.ts";
import type { Authenticator, Principal } from "../iam/principal.ts";
import { createQuota } from "../rate-limit.ts";
import type { Channel, Channels } from "./channels.ts";

/** What the operations of Kinesis Video Streams share. */
export interface KinesisVideo {
  clock: MovableClock;
  channels: Channels;
  authenticator: Authenticator;
  /** Where a channel's endpoint is: `m` for masters, `v` for viewers, `r` for HTTPS. An `http:` or `https:` URL. */
  endpointOf(kind: "m" | "v" | "r", endpointId: string): string;
}

/** One operation: judges, then answers with what is written as JSON. */
export type Operation = (body: unknown, principal: Principal) => unknown;

export const invalidArgument = (message: string): AwsError => new AwsError("InvalidArgumentException", message);

/** ChannelName, ClientId and the like (API reference). */
export const NAME_PATTERN = /^[a-zA-Z0-9_.-]{1,256}$/;

/** The body as JSON; an empty one is an empty object. @throws AwsError InvalidArgumentException */
export const readArguments = (request: AwsRequest): unknown =>
  request.body.length === 0 ? {} : readJson(request, () => invalidArgument("The request body is not JSON."));

/** @throws AwsError InvalidArgumentException naming the member. */
export const parseArguments = <S extends GenericSchema>(schema: S, body: unknown): InferOutput<S> =>
  validate(schema, body, (constraint, member) => invalidArgument(violation(member ?? "request", constraint)));

export const channelNotFound = (what: string): AwsError =>
  new AwsError("ResourceNotFoundException", `The requested channel ${what} is not found or not active.`, 404);

export const limitExceeded = (action: string): AwsError =>
  new AwsError("ClientLimitExceededException", `The rate of ${action} calls is over its limit. Try again later.`);

/** A quota per account and, where AWS has one, per channel. @throws AwsError ClientLimitExceededException, by what it returns */
export function channelQuota(clock: MovableClock, action: string, perAccount: number, perChannel = perAccount) {
  const refusal = () => limitExceeded(action);
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
  ChannelStatus: channel.status,
  CreationTime: channel.createdAt / 1000,
  SingleMasterConfiguration: { MessageTtlSeconds: channel.messageTtlSeconds },
  Version: channel.version,
});
