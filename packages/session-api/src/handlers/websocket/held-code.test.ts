import { afterAll, beforeAll, expect, test } from "vitest";
import { createEnvironment, TABLE } from "../../testing/environment.ts";
import { type Stage, startStage } from "../../testing/stage.ts";
import { createCodes } from "../store/codes.ts";
import { createTable } from "../store/table.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test("a code that a request held for a session and died with leads nowhere, by either API", async () => {
  const { now } = stage.clock;
  const { dynamodb } = createEnvironment(stage.cloud, () => now);
  const { id, code } = await stage.createSession("speaker");
  const held = "never-written-code";
  expect(await createCodes(createTable(dynamodb, TABLE)).hold(held, id, now, now + 60_000)).toBe(true);
  expect((await stage.http("GET", `/sessions/${held}`)).status).toBe(404);
  const listener = stage.socket();
  await listener.send({ action: "join", code: held });
  // It is told of no change either.
  await stage.patch("speaker", code, { title: "Renamed" });
  expect(listener.messages()).toEqual([expect.objectContaining({ type: "error", code: "session-not-found" })]);
});
