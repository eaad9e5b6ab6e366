import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { credentials, TABLE } from "../testing/environment.ts";
import { webSocketEvent } from "../testing/events.ts";
import { type Stage, startStage } from "../testing/stage.ts";

// What docs/security.md says is stored about listeners, and is in no log.
const ADDRESS = "203.0.113.77";
const USER_AGENT = "A browser of somebody's";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** An event as API Gateway makes it of what a browser sends: with who that is. */
function eventOf(connectionId: string, message: object): APIGatewayProxyWebsocketEventV2 {
  const event = webSocketEvent(connectionId, "$default", JSON.stringify(message));
  const identity = { sourceIp: ADDRESS, userAgent: USER_AGENT };
  return Object.assign(event, {
    headers: { "X-Forwarded-For": ADDRESS, "User-Agent": USER_AGENT },
    requestContext: { ...event.requestContext, identity },
  });
}

async function stored(): Promise<Record<string, unknown>[]> {
  const client = new DynamoDBClient({ region: "us-east-1", endpoint: stage.cloud.dynamodbUrl, credentials });
  const { Items = [] } = await DynamoDBDocumentClient.from(client).send(new ScanCommand({ TableName: TABLE }));
  client.destroy();
  return Items;
}

test("of a listener the table holds a socket's random id and its seat, and no log anything at all", async () => {
  const printed = (["error", "warn", "info", "log", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
  try {
    const { code } = await stage.createSession("sub-of-ada");
    const host = await stage.host("sub-of-ada", code);
    const id = "a-listener=";
    const send = (message: object) => stage.handlers().webSocket(eventOf(id, message));
    await send({ action: "join", code, seat: true });
    await send({ action: "ping" });
    await send({ action: "join", code: "no-such-code-1" });
    await send({ action: "shout", code });
    const seat = stage.cloud.posted(id).find((message) => message.type === "seat");
    if (seat === undefined) throw new Error("no seat");
    const { clientId, seatSecret, channelArn } = seat;

    const items = await stored();
    const about = items.filter((item) => JSON.stringify(item).includes(id));
    const names = new Set(about.flatMap((item) => Object.keys(item)));
    // A channel's item has all of its seats.
    expect([...names].sort()).toEqual(
      ["arn", "master", "name", "seats", "viewer"]
        .concat("connectionId", "errors", "pk", "role", "seat", "sessionId", "sk", "ttl", "until")
        .sort(),
    );
    const seats = about.flatMap((item) => Object.values(item.seats ?? {}));
    expect(seats.map((one) => Object.keys(one as object).sort())).toEqual([
      ["connectionId", "seatId", "secret", "until"],
    ]);
    for (const personal of [ADDRESS, USER_AGENT, clientId]) expect(JSON.stringify(items)).not.toContain(personal);
    // Nor does a seat say who speaks.
    expect(JSON.stringify(stage.cloud.posted(id))).not.toContain("sub-of-ada");

    stage.cloud.hangUp(id);
    await host.send({ action: "gone", clientId, reason: "not-admitted" });
    await host.send({ action: "gone", clientId: "a-stranger", reason: "not-admitted" });
    const lines = printed.flatMap(({ mock }) => mock.calls).map(([line]) => String(line));
    expect(lines).toContain('{"level":"info","event":"peer-gone","reason":"not-admitted"}');
    const token = await stage.cloud.tokens.access("sub-of-ada", stage.clock.now);
    const told = [ADDRESS, USER_AGENT, id, clientId, "a-stranger", seatSecret, channelArn, code, token, "sub-of-ada"];
    for (const line of lines) for (const one of told) expect(line).not.toContain(one);
  } finally {
    for (const one of printed) one.mockRestore();
  }
});
