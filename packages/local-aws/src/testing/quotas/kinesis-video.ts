import {
  CreateSignalingChannelCommand,
  DeleteSignalingChannelCommand,
  DescribeSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  ListSignalingChannelsCommand,
} from "@aws-sdk/client-kinesis-video";
import type { TestChannel, TestStand } from "../stand.ts";
import { type Attempt, ofCall } from "./outcome.ts";

let named = 0;
export const newChannel = (stand: TestStand): Promise<TestChannel> =>
  stand.createChannel(`lectern-local-alice-quota-${named++}`);

async function newChannels(stand: TestStand, count: number): Promise<readonly TestChannel[]> {
  const channels: TestChannel[] = [];
  while (channels.length < count) channels.push(await newChannel(stand));
  return channels;
}

export async function createChannels(stand: TestStand): Promise<Attempt> {
  const client = stand.kinesisVideo(stand.handlers);
  return () =>
    ofCall(client.send(new CreateSignalingChannelCommand({ ChannelName: `lectern-local-alice-created-${named++}` })));
}

/** Each of the channels in turn. */
export async function describeChannels(stand: TestStand, count: number): Promise<Attempt> {
  const client = stand.kinesisVideo(stand.handlers);
  const channels = await newChannels(stand, count);
  return (n) => ofCall(client.send(new DescribeSignalingChannelCommand({ ChannelARN: channels[n % count]?.arn })));
}

export async function getEndpoints(stand: TestStand): Promise<Attempt> {
  const client = stand.kinesisVideo(stand.handlers);
  const { arn: ChannelARN } = await newChannel(stand);
  return () => ofCall(client.send(new GetSignalingChannelEndpointCommand({ ChannelARN })));
}

/** Each of the channels in turn. Of another version, so that they stay. */
export async function deleteChannels(stand: TestStand, count: number): Promise<Attempt> {
  const client = stand.kinesisVideo(stand.handlers);
  const channels = await newChannels(stand, count);
  return (n) => {
    const input = { ChannelARN: channels[n % count]?.arn, CurrentVersion: "another" };
    return ofCall(client.send(new DeleteSignalingChannelCommand(input)), "VersionMismatchException");
  };
}

/** The only action whose policy must name "*"; no role of the product has it. */
export async function listChannels(stand: TestStand): Promise<Attempt> {
  const permissions = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "kinesisvideo:ListSignalingChannels", Resource: "*" }],
  } as const;
  const client = stand.kinesisVideo(stand.as({ ...stand.deps.roles.handlers, permissions }));
  return () => ofCall(client.send(new ListSignalingChannelsCommand({ MaxResults: 1 })));
}

/** Each of the channels in turn. */
export async function getIceServers(stand: TestStand, count: number): Promise<Attempt> {
  const channels = await newChannels(stand, count);
  const guest = stand.as(stand.deps.roles.guest);
  return (n) => ofCall(channels[n % count]?.iceServers(guest) ?? Promise.reject(new Error("no such channel")));
}
