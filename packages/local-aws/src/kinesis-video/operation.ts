import { type BaseIssue, type BaseSchema, type InferOutput, safeParse } from "valibot";
import type { MovableClock } from "../clock.ts";
import { AwsError, type AwsRequest } from "../http/service.ts";
import type { Authenticator, Principal } from "../iam/principal.ts";
import { createRateLimit, type RateLimit } from "../rate-limit.ts";
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

/** ChannelName, ClientId and the like (API reference). */
export const NAME_PATTERN = /^[a-zA-Z0-9_.-]{1,256}$/;

/** The body as JSON; an empty one is an empty object. @throws AwsError InvalidArgumentException */
export function readJson(request: AwsRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString("utf8"));
  } catch {
    throw new AwsError("InvalidArgumentException", "The request body is not JSON.");
  }
}

/** @throws AwsError InvalidArgumentException naming the member. */
export function parseArguments<S extends BaseSchema<unknown, unknown, BaseIssue<unknown>>>(
  schema: S,
  body: unknown,
): InferOutput<S> {
  const parsed = safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const member = issue.path?.map(({ key }) => String(key)).join(".") ?? "request";
  throw new AwsError("InvalidArgumentException", `Value at '${member}' failed to satisfy constraint: ${issue.message}`);
}

export const channelNotFound = (what: string): AwsError =>
  new AwsError("ResourceNotFoundException", `The requested channel ${what} is not found or not active.`, 404);

export const limitExceeded = (action: string): AwsError =>
  new AwsError("ClientLimitExceededException", `The rate of ${action} calls is over its limit. Try again later.`);

/** A quota per account and, where AWS has one, per channel. @throws AwsError ClientLimitExceededException */
export function createQuota(clock: MovableClock, action: string, perAccount: number, perChannel?: number) {
  const account = createRateLimit(clock, perAccount);
  const channel: RateLimit | undefined = perChannel === undefined ? undefined : createRateLimit(clock, perChannel);
  return (name = "") => {
    if (!account.take("") || channel?.take(name) === false) throw limitExceeded(action);
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
