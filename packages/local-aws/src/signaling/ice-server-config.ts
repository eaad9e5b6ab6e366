import { MINUTE_MS } from "@lectern/primitives";
import * as v from "valibot";
import { oneOf } from "../http/model.ts";
import { AwsError, type AwsRequest } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Channels } from "../kinesis-video/channels.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  name,
  parseArguments,
  readArguments,
} from "../kinesis-video/operation.ts";
import type { Settings } from "../settings.ts";
import type { Turn } from "../turn/turn.ts";

const schema = v.object({
  ChannelARN: arn,
  ClientId: v.optional(name),
  Service: v.optional(oneOf("TURN")),
  Username: v.optional(name),
});

interface Dependencies {
  clock: KinesisVideo["clock"];
  channels: Channels;
  authenticator: Authenticator;
  turn: Turn;
  settings: Settings;
  /** When who asks connected (epoch ms): the viewer of this id, or, with null, the master. */
  connectedSince(channelArn: string, clientId: string | null): number | undefined;
}

/** This API alone words a refusal by policy so: botocore's kinesis-video-signaling model has no AccessDeniedException. */
function judge(authorize: () => void): void {
  try {
    authorize();
  } catch (cause) {
    throw cause instanceof AwsError ? new AwsError("NotAuthorizedException", cause.message, 401) : cause;
  }
}

/** reference §2.1: "session > 45 min". */
const SESSION_MS = 45 * MINUTE_MS;

/** `POST /r/<endpoint id>/v1/get-ice-server-config` */
export function getIceServerConfig(dependencies: Dependencies) {
  const { clock, channels, authenticator, turn, settings, connectedSince } = dependencies;
  const quota = channelQuota(clock, "GetIceServerConfig", 100, 5);
  return (request: AwsRequest) => {
    const principal = authenticator.authenticate(request, "kinesisvideo");
    const { ChannelARN, ClientId } = parseArguments(schema, readArguments(request));
    judge(() => authenticator.authorize(principal, "kinesisvideo:GetIceServerConfig", ChannelARN));
    quota(ChannelARN);
    const channel = channels.byArn(ChannelARN);
    if (channel === undefined || channel.status !== "ACTIVE") throw channelNotFound(ChannelARN);
    if (channel.endpointId !== request.path.split("/")[2]) {
      throw invalidArgument("ChannelARN is not of this endpoint's channel.");
    }
    const since = connectedSince(ChannelARN, ClientId ?? null);
    if (settings.iceServersAfter45Minutes === "refused" && since !== undefined && clock.now() - since > SESSION_MS) {
      throw new AwsError("SessionExpiredException", "The session has expired.");
    }
    return { IceServerList: turn.iceServers(ChannelARN, settings.turnTransports) };
  };
}
