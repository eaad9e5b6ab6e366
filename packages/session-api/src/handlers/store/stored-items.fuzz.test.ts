import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expectNoEcho, fc, hostile, type Json, overSockets } from "@lectern/fuzz";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiErrorSchema, httpStatusOf, serverMessageSchema, sessionsResponseSchema } from "../../contract/index.ts";
import { credentials, TABLE } from "../../testing/environment.ts";
import { httpEvent, webSocketEvent } from "../../testing/events.ts";
import { accessClaims, type Stage, startStage } from "../../testing/stage.ts";
import type { Handlers } from "../environment.ts";

let stage: Stage;
let handlers: Handlers;
let table: DynamoDBDocumentClient;
beforeAll(async () => {
  stage = await startStage();
  handlers = stage.handlers();
  const endpoint = stage.cloud.dynamodbUrl;
  table = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "us-east-1", endpoint, credentials }));
});
afterAll(async () => {
  table.destroy();
  await stage.close();
});

/** The answer, or null for a refusal. */
async function http(method: string, path: string, body?: object): Promise<unknown> {
  const event = httpEvent(method, path, { claims: accessClaims("ada"), ...(body && { body: JSON.stringify(body) }) });
  const { statusCode, body: answer = "null" } = await handlers.http(event);
  const json: unknown = JSON.parse(answer);
  const refusal = v.safeParse(apiErrorSchema, json);
  if (!refusal.success) return json;
  expect(statusCode).toBe(httpStatusOf[refusal.output.code]);
  expectNoEcho("a refusal", answer);
  return null;
}

async function say(connectionId: string, message: object): Promise<void> {
  await handlers.webSocket(webSocketEvent(connectionId, "$default", JSON.stringify(message)));
  for (const posted of stage.cloud.posted(connectionId)) expect(v.is(serverMessageSchema, posted)).toBe(true);
}

test("treats a damaged item as missing, and reads the others as usual", async () => {
  await stage.createSession("ada", "Another talk");
  const { code } = await stage.createSession("ada");
  const host = await stage.host("ada", code);
  const seated = await stage.listener(code, { seated: true });
  // Without a host, no listener counts are sent, which would take a quarter of a second each.
  await host.disconnect();
  const token = await stage.cloud.tokens.access("ada", stage.clock.now);

  const reads = {
    look: () => http("GET", `/sessions/${code}`),
    async list() {
      // Ada has two, and at most one is damaged.
      expect(v.parse(sessionsResponseSchema, await http("GET", "/sessions")).sessions.length).toBeGreaterThan(0);
    },
  };
  const writes = {
    patch: () => http("PATCH", `/sessions/${code}`, { title: "New" }),
    delete: () => http("DELETE", `/sessions/${code}`),
    join: () => say(stage.socket().id, { action: "join", code, seat: true }),
    ping: () => say(seated.id, { action: "ping" }),
    leave: () => say(seated.id, { action: "leave" }),
    reap: () => handlers.reap(),
  };
  // Waits for a channel.
  const slow = { host: () => say(stage.socket().id, { action: "host", token, code, takeOver: true }) };
  const pick = (from: Record<string, () => Promise<unknown>>) => fc.constantFrom(...Object.entries(from));

  const { Items: items = [] } = await table.send(new ScanCommand({ TableName: TABLE }));
  const put = (Item: object) => table.send(new PutCommand({ TableName: TABLE, Item }));
  const putAll = () => {
    const requests = items.map((Item) => ({ PutRequest: { Item } }));
    return table.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }));
  };
  const damage = fc.constantFrom(...items).chain(({ pk, sk, ...attributes }) =>
    hostile(fc.constant(attributes as Json)).map((damaged) => ({
      item: { pk, sk, ...attributes },
      damaged: { ...Object(damaged), pk, sk },
    })),
  );
  const use = fc.oneof(
    { weight: 30, arbitrary: pick(reads) },
    { weight: 9, arbitrary: pick(writes) },
    { weight: 1, arbitrary: pick(slow) },
  );
  await fc.assert(
    fc.asyncProperty(use, damage, async ([name, handle], { item, damaged }) => {
      // What DynamoDB itself refuses to keep is not there to be read.
      const kept = await put(damaged).catch(() => null);
      if (kept) await handle();
      await (name in reads ? put(item) : putAll());
    }),
    overSockets,
  );
  await say(seated.id, { action: "ping" });
  expect(seated.last("session")).toMatchObject({ session: { code } });
});
