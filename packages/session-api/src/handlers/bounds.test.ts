import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, startStage } from "../testing/stage.ts";
import { SESSIONS_AT_MOST, UNUSED_SESSION_MS } from "./store/sessions.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test("a speaker has so many sessions at most, and may make another after deleting one", async () => {
  const sub = "prolific";
  const made = await Promise.all(Array.from({ length: SESSIONS_AT_MOST }, () => stage.createSession(sub)));
  const another = () => stage.http("POST", "/sessions", { sub, body: { title: "One more" } });
  expect(await another()).toMatchObject({ status: 409, body: { code: "too-many-sessions" } });
  await stage.http("DELETE", `/sessions/${made[0]?.code}`, { sub });
  expect(await another()).toMatchObject({ status: 201 });
  expect(await stage.http("POST", "/sessions", { sub: "another", body: { title: "Mine" } })).toMatchObject({
    status: 201,
  });
  // Of what nobody used for so long, DynamoDB may keep something for days; it counts no more.
  stage.clock.now += UNUSED_SESSION_MS;
  expect(await another()).toMatchObject({ status: 201 });
});

test("a socket that sends wrong messages again and again is told so twenty times, and closed", async () => {
  const socket = stage.socket();
  for (let times = 1; times <= 20; times++) {
    expect(stage.cloud.isGone(socket.id)).toBe(false);
    await socket.send(times % 2 === 0 ? "{" : { action: "join", code: `guess-number-${times}` });
  }
  expect(stage.cloud.isGone(socket.id)).toBe(true);
  expect(socket.count("error")).toBe(20);
});

test("a socket is not closed for what others do: a listener may find the talk full as often as it likes", async () => {
  const { code } = await stage.createSession("speaker");
  const listener = await stage.listener(code);
  for (let times = 0; times < 25; times++) await listener.send({ action: "seat" });
  expect(listener.count("error")).toBe(25);
  expect(stage.cloud.isGone(listener.id)).toBe(false);
});
