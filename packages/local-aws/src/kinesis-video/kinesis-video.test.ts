import {
  CreateSignalingChannelCommand,
  DeleteSignalingChannelCommand,
  DescribeMediaStorageConfigurationCommand,
  DescribeSignalingChannelCommand,
  GetSignalingChannelEndpointCommand,
  ListSignalingChannelsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSignalingChannelCommand,
} from "@aws-sdk/client-kinesis-video";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

const settle = () => stand.localAws.clock.advance(2000);
const api = () => stand.kinesisVideo(stand.handlers);

test("creates a channel that is CREATING at first, then ACTIVE", async () => {
  const before = stand.localAws.clock.now();
  const { ChannelARN } = await api().send(new CreateSignalingChannelCommand({ ChannelName: "lectern-local-a-1" }));
  expect(ChannelARN).toMatch(/^arn:aws:kinesisvideo:us-east-1:123456789012:channel\/lectern-local-a-1\/\d{13}$/);
  const describe = new DescribeSignalingChannelCommand({ ChannelARN });
  const creating = await api().send(describe);
  expect(creating.ChannelInfo?.ChannelStatus).toBe("CREATING");
  await expect(api().send(new GetSignalingChannelEndpointCommand({ ChannelARN }))).rejects.toThrow(
    expect.objectContaining({
      name: "ResourceInUseException",
      $metadata: expect.objectContaining({ httpStatusCode: 400 }),
    }),
  );
  settle();
  const active = await api().send(describe);
  expect(active.ChannelInfo).toMatchObject({ ChannelStatus: "ACTIVE", ChannelType: "SINGLE_MASTER" });
  expect(active.ChannelInfo?.CreationTime?.getTime()).toBeGreaterThanOrEqual(before);
});

test("hands out an endpoint for each role and protocol asked for", async () => {
  const { arn } = await stand.createChannel("lectern-local-a-2");
  const ask = (Role: "MASTER" | "VIEWER") =>
    api().send(
      new GetSignalingChannelEndpointCommand({
        ChannelARN: arn,
        SingleMasterChannelEndpointConfiguration: { Protocols: ["WSS", "HTTPS"], Role },
      }),
    );
  const [master, viewer] = await Promise.all([ask("MASTER"), ask("VIEWER")]);
  const port = new URL(stand.localAws.url).port;
  expect(master.ResourceEndpointList).toEqual([
    { Protocol: "WSS", ResourceEndpoint: expect.stringMatching(`^ws://127.0.0.1:${port}/m/[a-f0-9]+$`) },
    { Protocol: "HTTPS", ResourceEndpoint: expect.stringMatching(`^http://127.0.0.1:${port}/r/[a-f0-9]+$`) },
  ]);
  expect(viewer.ResourceEndpointList?.[0]?.ResourceEndpoint).toMatch(`ws://127.0.0.1:${port}/v/`);
});

test("deletes a channel after a while, and never twice", async () => {
  const { arn: ChannelARN } = await stand.createChannel("lectern-local-a-3");
  await expect(
    api().send(new DeleteSignalingChannelCommand({ ChannelARN, CurrentVersion: "another" })),
  ).rejects.toMatchObject({ name: "VersionMismatchException" });
  await api().send(new DeleteSignalingChannelCommand({ ChannelARN }));
  const { ChannelInfo } = await api().send(new DescribeSignalingChannelCommand({ ChannelARN }));
  expect(ChannelInfo?.ChannelStatus).toBe("DELETING");
  await expect(api().send(new DeleteSignalingChannelCommand({ ChannelARN }))).rejects.toMatchObject({
    name: "ResourceInUseException",
  });
  settle();
  await expect(api().send(new DescribeSignalingChannelCommand({ ChannelARN }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    $metadata: { httpStatusCode: 404 },
  });
});

test("refuses a name that is taken, malformed, or outside the handlers' policy", async () => {
  const create = (ChannelName: string) => api().send(new CreateSignalingChannelCommand({ ChannelName }));
  await stand.createChannel("lectern-local-a-4");
  await expect(create("lectern-local-a-4")).rejects.toMatchObject({ name: "ResourceInUseException" });
  await expect(create("lectern local")).rejects.toMatchObject({ name: "InvalidArgumentException" });
  await expect(create("lectern-prod-a-4")).rejects.toMatchObject({ name: "AccessDeniedException" });
});

test("lets neither browser role list, create, describe, delete or look up endpoints", async () => {
  const { arn: ChannelARN } = await stand.createChannel("lectern-local-tag-5");
  for (const credentials of [stand.guest, stand.speaker("tag")]) {
    const browser = stand.kinesisVideo(credentials);
    const attempts = [
      () => browser.send(new ListSignalingChannelsCommand({})),
      () => browser.send(new CreateSignalingChannelCommand({ ChannelName: "lectern-local-tag-6" })),
      () => browser.send(new DescribeSignalingChannelCommand({ ChannelARN })),
      () => browser.send(new DeleteSignalingChannelCommand({ ChannelARN })),
      () => browser.send(new GetSignalingChannelEndpointCommand({ ChannelARN })),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ name: "AccessDeniedException" });
    }
  }
});

const CHANNEL = "arn:aws:kinesisvideo:*:*:channel/*";

/** Who may do this to every channel. */
const allowed = (...Action: string[]) => {
  const Statement = [{ Effect: "Allow", Action, Resource: CHANNEL }] as const;
  return stand.kinesisVideo(
    stand.as({ ...stand.deps.roles.handlers, permissions: { Version: "2012-10-17", Statement } }),
  );
};

test("updates a channel after a while, once per version, and keeps serving it meanwhile", async () => {
  const { arn: ChannelARN, endpoint } = await stand.createChannel("lectern-local-a-7");
  const updater = allowed("kinesisvideo:UpdateSignalingChannel", "kinesisvideo:DescribeSignalingChannel");
  const describe = async () => (await updater.send(new DescribeSignalingChannelCommand({ ChannelARN }))).ChannelInfo;
  const CurrentVersion = (await describe())?.Version ?? "";
  const update = (version: string) =>
    updater.send(
      new UpdateSignalingChannelCommand({
        ...{ ChannelARN, CurrentVersion: version },
        SingleMasterConfiguration: { MessageTtlSeconds: 7 },
      }),
    );
  await expect(update("another")).rejects.toMatchObject({ name: "VersionMismatchException" });
  await update(CurrentVersion);
  expect((await describe())?.ChannelStatus).toBe("UPDATING");
  await expect(endpoint("VIEWER", "WSS")).resolves.toMatch(/^ws:/);
  await expect(update(CurrentVersion)).rejects.toMatchObject({ name: "ResourceInUseException" });
  settle();
  const after = await describe();
  expect(after).toMatchObject({ ChannelStatus: "ACTIVE", SingleMasterConfiguration: { MessageTtlSeconds: 7 } });
  expect(after?.Version).not.toBe(CurrentVersion);
});

test("keeps tags of a channel, fifty at most", async () => {
  const tagger = allowed("kinesisvideo:*");
  const Tags = [{ Key: "Team", Value: "a b" }];
  const { ChannelARN: ResourceARN } = await tagger.send(
    new CreateSignalingChannelCommand({ ChannelName: "lectern-local-a-8", Tags }),
  );
  const tags = async () => (await tagger.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
  const many = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: "" }));
  await tagger.send(new TagResourceCommand({ ResourceARN, Tags: many }));
  expect(await tags()).toMatchObject({ Team: "a b", k48: "" });
  await expect(
    tagger.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: "more", Value: "" }] })),
  ).rejects.toMatchObject({ name: "TagsPerResourceExceededLimitException" });
  await tagger.send(new UntagResourceCommand({ ResourceARN, TagKeyList: many.map(({ Key }) => Key) }));
  expect(await tags()).toEqual({ Team: "a b" });
});

test("says that no channel stores media, as AWS's example page asks first", async () => {
  const { arn: ChannelARN } = await stand.createChannel("lectern-local-a-9");
  const command = new DescribeMediaStorageConfigurationCommand({ ChannelARN });
  expect(await allowed("kinesisvideo:DescribeMediaStorageConfiguration").send(command)).toMatchObject({
    MediaStorageConfiguration: { Status: "DISABLED" },
  });
  await expect(stand.kinesisVideo(stand.guest).send(command)).rejects.toMatchObject({ name: "AccessDeniedException" });
});

test.each([
  ["an ARN of another form", { ChannelARN: "arn:aws:kinesisvideo:us-east-1:1:channel/a" }],
  ["a version of another form", { ChannelARN: "arn:aws:kinesisvideo:us-east-1:1:channel/a/1", CurrentVersion: "-" }],
])("refuses %s by the model's constraint", async (_, input) => {
  await expect(api().send(new DeleteSignalingChannelCommand(input))).rejects.toMatchObject({
    name: "InvalidArgumentException",
    message: expect.stringContaining("1 validation error detected: Value '"),
  });
});

test("takes no page's token that it did not give", async () => {
  const lister = stand.kinesisVideo(stand.operator);
  for (const NextToken of ["a name", "####", "YQ="]) {
    await expect(lister.send(new ListSignalingChannelsCommand({ NextToken }))).rejects.toMatchObject({
      name: "InvalidArgumentException",
    });
  }
});

test("lists channels to whoever is allowed '*', in pages and by prefix", async () => {
  const { roles } = stand.deps;
  const permissions = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "kinesisvideo:ListSignalingChannels", Resource: "*" }],
  } as const;
  const lister = stand.kinesisVideo(stand.as({ ...roles.handlers, permissions }));
  await stand.createChannel("lectern-local-list-1");
  await stand.createChannel("lectern-local-list-2");
  const condition = { ComparisonOperator: "BEGINS_WITH", ComparisonValue: "lectern-local-list-" } as const;
  const first = await lister.send(new ListSignalingChannelsCommand({ ChannelNameCondition: condition, MaxResults: 1 }));
  expect(first.ChannelInfoList?.map(({ ChannelName }) => ChannelName)).toEqual(["lectern-local-list-1"]);
  const rest = await lister.send(
    new ListSignalingChannelsCommand({ ChannelNameCondition: condition, NextToken: first.NextToken }),
  );
  expect(rest.ChannelInfoList?.map(({ ChannelName }) => ChannelName)).toEqual(["lectern-local-list-2"]);
  expect(rest.NextToken).toBeUndefined();
});
