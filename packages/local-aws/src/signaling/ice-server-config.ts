import * as v from "valibot";
import { AwsError, type AwsRequest } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Channels } from "../kinesis-video/channels.ts";
import {
  channelNotFound,
  createQuota,
  type KinesisVideo,
  NAME_PATTERN,
  parseArguments,
  readJson,
} from "../kinesis-video/operation.ts";
import type { Turn } from "../turn/turn.ts";

const schema = v.object({
  ChannelARN: v.string(),
  ClientId: v.optional(v.pipe(v.string(), v.regex(NAME_PATTERN))),
  Service: v.optional(v.literal("TURN")),
  Username: v.optional(v.string()),
});

interface Dependencies {
  clock: KinesisVideo["clock"];
  channels: Channels;
  authenticator: Authenticator;
  turn: Turn;
}

/** `POST /r/<endpoint id>/v1/get-ice-server-config` */
export function getIceServerConfig({ clock, channels, authenticator, turn }: Dependencies) {
  const quota = createQuota(clock, "GetIceServerConfig", 100, 5);
  return (request: AwsRequest) => {
    const principal = authenticator.authenticate(request, "kinesisvideo");
    const { ChannelARN } = parseArguments(schema, readJson(request));
    authenticator.authorize(principal, "kinesisvideo:GetIceServerConfig", ChannelARN);
    quota(ChannelARN);
    const channel = channels.byArn(ChannelARN);
    if (channel === undefined || channel.status !== "ACTIVE") throw channelNotFound(ChannelARN);
    if (channel.endpointId !== request.path.split("/")[2]) {
      throw new AwsError("InvalidArgumentException", "ChannelARN is not of this endpoint's channel.");
    }
    return { IceServerList: turn.iceServers(ChannelARN) };
  };
}
