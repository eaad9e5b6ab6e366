import * as v from "valibot";
import { AwsError } from "../http/service.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  type KinesisVideo,
  messageTtlSeconds,
  type Operation,
  parseArguments,
  version,
} from "./operation.ts";

const schema = v.object({
  ChannelARN: arn,
  CurrentVersion: version,
  SingleMasterConfiguration: v.optional(v.object({ MessageTtlSeconds: v.optional(messageTtlSeconds) })),
});

export function updateSignalingChannel({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "UpdateSignalingChannel", 50, 5);
  return (body, principal) => {
    const { ChannelARN, CurrentVersion, SingleMasterConfiguration } = parseArguments(schema, body);
    authenticator.authorize(principal, "kinesisvideo:UpdateSignalingChannel", ChannelARN);
    quota(ChannelARN);
    const channel = channels.byArn(ChannelARN);
    if (channel === undefined) throw channelNotFound(ChannelARN);
    if (channel.status !== "ACTIVE" || channel.updatingTo !== undefined) {
      throw new AwsError("ResourceInUseException", `The channel ${channel.name} is being changed.`);
    }
    if (CurrentVersion !== channel.version) {
      throw new AwsError("VersionMismatchException", `The channel's version is not ${CurrentVersion}.`);
    }
    channels.update(channel, SingleMasterConfiguration?.MessageTtlSeconds ?? channel.messageTtlSeconds);
    return {};
  };
}
