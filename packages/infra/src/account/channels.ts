import {
  DeleteSignalingChannelCommand,
  type KinesisVideoClient,
  paginateListSignalingChannels,
} from "@aws-sdk/client-kinesis-video";

/** Deletes every channel of one environment. Resolves to how many. */
export async function deleteChannels(client: KinesisVideoClient, environmentName: string): Promise<number> {
  const ChannelNameCondition = {
    ComparisonOperator: "BEGINS_WITH" as const,
    ComparisonValue: `lectern-${environmentName}-`,
  };
  const arns: string[] = [];
  for await (const { ChannelInfoList = [] } of paginateListSignalingChannels({ client }, { ChannelNameCondition })) {
    for (const { ChannelARN, ChannelStatus } of ChannelInfoList) {
      if (ChannelARN && ChannelStatus !== "DELETING") arns.push(ChannelARN);
    }
  }
  for (const ChannelARN of arns) await client.send(new DeleteSignalingChannelCommand({ ChannelARN }));
  return arns.length;
}
