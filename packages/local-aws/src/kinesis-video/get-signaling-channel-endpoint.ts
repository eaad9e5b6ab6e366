import * as v from "valibot";
import { listOf, oneOf } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import {
  arn,
  channelNotFound,
  channelQuota,
  invalidArgument,
  type KinesisVideo,
  type Operation,
  parseArguments,
} from "./operation.ts";

const schema = v.object({
  ChannelARN: arn,
  SingleMasterChannelEndpointConfiguration: v.optional(
    v.object({
      Protocols: v.optional(listOf(oneOf("WSS", "HTTPS", "WEBRTC"), { min: 1, max: 5 })),
      Role: v.optional(oneOf("MASTER", "VIEWER")),
    }),
  ),
});

export function getSignalingChannelEndpoint({ clock, channels, authenticator, endpointOf }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "GetSignalingChannelEndpoint", 300);
  return (body, principal, request) => {
    const { ChannelARN, SingleMasterChannelEndpointConfiguration } = parseArguments(schema, body);
    authenticator.authorize(principal, "kinesisvideo:GetSignalingChannelEndpoint", ChannelARN);
    quota();
    const channel = channels.byArn(ChannelARN);
    if (channel === undefined) throw channelNotFound(ChannelARN);
    if (channel.status !== "ACTIVE") {
      throw new AwsError("ResourceInUseException", `The channel ${channel.name} is ${channel.status}.`);
    }
    const { Protocols = ["HTTPS"], Role = "VIEWER" } = SingleMasterChannelEndpointConfiguration ?? {};
    const endpoints = {
      WSS: endpointOf(Role === "MASTER" ? "m" : "v", channel.endpointId, request).replace(/^http/, "ws"),
      HTTPS: endpointOf("r", channel.endpointId, request),
    };
    return {
      ResourceEndpointList: [...new Set(Protocols)].map((Protocol) => {
        if (Protocol === "WEBRTC") throw invalidArgument("The WEBRTC endpoint is for media storage, which is off.");
        return { Protocol, ResourceEndpoint: endpoints[Protocol] };
      }),
    };
  };
}
