import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, startStage } from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test.each([
  { action: "ping" },
  { action: "seat" },
  { action: "leave" },
  { action: "gone", clientId: "s-1", reason: "left" },
  { action: "mastering", channelArn: "arn" },
] as const)(
  "answers $action with not-entered, not with session-not-found, where no hello was handled",
  async (message) => {
    const socket = stage.socket();
    await socket.send(message);
    expect(socket.messages()).toEqual([{ type: "not-entered" }]);
  },
);

test("says of a deleted session that it is not found only to who asks for it by its code", async () => {
  const { code } = await stage.createSession("speaker");
  const listener = await stage.listener(code);
  await stage.http("DELETE", `/sessions/${code}`, { sub: "speaker" });
  await listener.send({ action: "ping" });
  expect(listener.messages().map(({ type }) => type)).toEqual(["session", "ended", "not-entered"]);
  await listener.send({ action: "join", code });
  expect(listener.last("error")).toMatchObject({ code: "session-not-found" });
});
