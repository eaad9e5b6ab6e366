import * as v from "valibot";
import { AwsError } from "../http/service.ts";
import { channelNotFound, channelQuota, type KinesisVideo, type Operation, parseArguments } from "./operation.ts";

const schema = v.object({
  ChannelARN: v.string(),
  SingleMasterChannelEndpointConfiguration: v.optional(
    v.object({
      Protocols: v.optional(v.pipe(v.array(v.picklist(["WSS", "HTTPS"])), v.minLength(1))),
      Role: v.optional(v.picklist(["MASTER", "VIEWER"])),
    }),
  ),
});

export function getSignalingChannelEndpoint({ clock, channels, authenticator, endpointOf }: KinesisVideo): Operation {
  const quota = channelQuota(clock, "GetSignalingChannelEndpoint", 300);
  return (body, principal) => {
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
      WSS: endpointOf(Role === "MASTER" ? "m" : "v", channel.endpointId).replace(/^http/, "ws"),
      HTTPS: endpointOf("r", channel.endpointId),
    };
    return {
      ResourceEndpointList: [...new Set(Protocols)].map((Protocol) => ({
        Protocol,
        ResourceEndpoint: endpoints[Protocol],
      })),
    };
  };
}
