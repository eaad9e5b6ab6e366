import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REGION, TABLE_NAME } from "../identifiers.ts";
import { type Keys, signPost } from "../testing/presign.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";
import { resourcesOf } from "./resources.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

const client = (credentials: Keys, { localAws } = stand) =>
  new DynamoDBClient({ region: REGION, endpoint: localAws.url, credentials, maxAttempts: 1 });
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "-" } });
const denied = { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } };

test("keeps items for the handlers' role", async () => {
  const handlers = client(stand.handlers);
  const TableName = TABLE_NAME;
  await handlers.send(new PutItemCommand({ TableName, Item: { ...key("a"), n: { N: "1" } } }));
  const { Item } = await handlers.send(new GetItemCommand({ TableName, Key: key("a") }));
  expect(Item?.n).toEqual({ N: "1" });
  const guarded = new PutItemCommand({ TableName, Item: key("a"), ConditionExpression: "attribute_not_exists(pk)" });
  await expect(handlers.send(guarded)).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
});

test("refuses null in a value's place, and goes on", async () => {
  const headers = { "x-amz-target": "DynamoDB_20120810.GetItem", "content-type": "application/x-amz-json-1.0" };
  const body = JSON.stringify({ TableName: TABLE_NAME, Key: { ...key("a"), other: null } });
  const options = { credentials: stand.handlers, now: stand.localAws.clock.now(), service: "dynamodb" };
  const signed = await signPost(new URL(stand.localAws.url), { headers, body }, options);
  const refused = await fetch(stand.localAws.url, { method: "POST", headers: signed, body });
  expect(await refused.json()).toMatchObject({ __type: expect.stringContaining("ValidationException") });
  await client(stand.handlers).send(new GetItemCommand({ TableName: TABLE_NAME, Key: key("a") }));
});

test("decides fifty conditional updates of one item one after the other", async () => {
  const handlers = client(stand.handlers);
  const TableName = TABLE_NAME;
  const take = () =>
    handlers.send(
      new UpdateItemCommand({
        TableName,
        Key: key("seats"),
        UpdateExpression: "ADD taken :one",
        ConditionExpression: "attribute_not_exists(taken) OR taken < :most",
        ExpressionAttributeValues: { ":one": { N: "1" }, ":most": { N: "8" } },
      }),
    );
  const answers = await Promise.allSettled(Array.from({ length: 50 }, take));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
});

test("refuses the handlers another table, other actions, and half a batch", async () => {
  const handlers = client(stand.handlers);
  await expect(handlers.send(new GetItemCommand({ TableName: "another", Key: key("a") }))).rejects.toMatchObject(
    denied,
  );
  await expect(handlers.send(new ScanCommand({ TableName: TABLE_NAME }))).rejects.toMatchObject(denied);
  await expect(handlers.send(new ListTablesCommand({}))).rejects.toMatchObject(denied);
  const both = { [TABLE_NAME]: { Keys: [key("a")] }, another: { Keys: [key("a")] } };
  await expect(handlers.send(new BatchGetItemCommand({ RequestItems: both }))).rejects.toMatchObject(denied);
});

test("refuses browsers and strangers everything", async () => {
  const query = () =>
    new QueryCommand({
      TableName: TABLE_NAME,
      KeyConditionExpression: "pk = :a",
      ExpressionAttributeValues: { ":a": { S: "a" } },
    });
  await expect(client(stand.guest).send(query())).rejects.toMatchObject(denied);
  await expect(client(stand.speaker("alice")).send(query())).rejects.toMatchObject(denied);
  const stranger = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "x", sessionToken: "y" };
  await expect(client(stranger).send(query())).rejects.toMatchObject({ name: "UnrecognizedClientException" });
  const unsigned = await fetch(stand.localAws.url, {
    method: "POST",
    headers: { "x-amz-target": "DynamoDB_20120810.ListTables", "content-type": "application/x-amz-json-1.0" },
    body: "{}",
  });
  expect(unsigned.status).toBe(400);
  expect(await unsigned.json()).toMatchObject({ __type: expect.stringContaining("MissingAuthenticationToken") });
});

test("judges a query of an index on the index", () => {
  expect(resourcesOf("Query", { TableName: "t", IndexName: "i" })).toEqual([
    "arn:aws:dynamodb:us-east-1:123456789012:table/t/index/i",
  ]);
});

test("keeps the table in the data directory", async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), "lectern-test-"));
  try {
    const TableName = TABLE_NAME;
    const before = await startTestStand({ dataDirectory });
    await client(before.handlers, before).send(new PutItemCommand({ TableName, Item: key("kept") }));
    await before.createChannel("lectern-local-a-kept");
    await before.localAws.close();
    const after = await startTestStand({ dataDirectory });
    const { Item } = await client(after.handlers, after).send(new GetItemCommand({ TableName, Key: key("kept") }));
    expect(Item).toEqual(key("kept"));
    const state = (await (await fetch(`${after.localAws.url}/_local/state`)).json()) as { channels: unknown[] };
    expect(state.channels).toMatchObject([{ name: "lectern-local-a-kept", status: "ACTIVE" }]);
    await after.localAws.close();
  } finally {
    rmSync(dataDirectory, { recursive: true });
  }
});
