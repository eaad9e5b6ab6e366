import * as v from "valibot";
import { AwsError } from "../http/service.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  type KinesisVideo,
  type Operation,
  parseArguments,
  version,
} from "./operation.ts";

const schema = v.object({ ChannelARN: arn, CurrentVersion: v.optional(version) });

export function deleteSignalingChannel({ clock, channels, authenticator }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "DeleteSignalingChannel", 50, 5);
  return (body, principal) => {
    const { ChannelARN, CurrentVersion } = parseArguments(schema, body);
    authenticator.authorize(principal, "kinesisvideo:DeleteSignalingChannel", ChannelARN);
    quota(ChannelARN);
    const channel = channels.byArn(ChannelARN);
    if (channel === undefined) throw channelNotFound(ChannelARN);
    if (channel.status !== "ACTIVE" || channel.updatingTo !== undefined) {
      throw new AwsError("ResourceInUseException", `The channel ${channel.name} is being changed.`);
    }
    if (CurrentVersion !== undefined && CurrentVersion !== channel.version) {
      throw new AwsError("VersionMismatchException", `The channel's version is not ${CurrentVersion}.`);
    }
    channels.remove(channel);
    return {};
  };
}
