import { jsonResponse } from "../http/json.ts";
import type { Service } from "../http/service.ts";
import { createSignalingChannel } from "./create-signaling-channel.ts";
import { deleteSignalingChannel } from "./delete-signaling-channel.ts";
import { describeMediaStorageConfiguration, describeSignalingChannel } from "./describe.ts";
import { getSignalingChannelEndpoint } from "./get-signaling-channel-endpoint.ts";
import { listSignalingChannels } from "./list-signaling-channels.ts";
import { type KinesisVideo, type Operation, readArguments } from "./operation.ts";
import { tagOperations } from "./tags.ts";
import { updateSignalingChannel } from "./update-signaling-channel.ts";

/** The control plane of Kinesis Video Streams: REST-JSON, one path an operation. */
export function createKinesisVideo(kinesisVideo: KinesisVideo): Service {
  const operations = new Map<string, Operation>([
    ["/createSignalingChannel", createSignalingChannel(kinesisVideo)],
    ["/describeSignalingChannel", describeSignalingChannel(kinesisVideo)],
    ["/deleteSignalingChannel", deleteSignalingChannel(kinesisVideo)],
    ["/listSignalingChannels", listSignalingChannels(kinesisVideo)],
    ["/getSignalingChannelEndpoint", getSignalingChannelEndpoint(kinesisVideo)],
    ["/updateSignalingChannel", updateSignalingChannel(kinesisVideo)],
    ["/describeMediaStorageConfiguration", describeMediaStorageConfiguration(kinesisVideo)],
    ...tagOperations(kinesisVideo),
  ]);
  return {
    name: "kinesisvideo",
    protocol: "rest-json",
    claims: ({ method, path }) => method === "POST" && operations.has(path),
    async handle(request) {
      const principal = kinesisVideo.authenticator.authenticate(request, "kinesisvideo");
      const answer = operations.get(request.path)?.(readArguments(request), principal, request);
      return jsonResponse(answer);
    },
  };
}
