import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpEvent } from "../../testing/events.ts";
import { accessClaims, type Stage, startStage } from "../../testing/stage.ts";
import { UNUSED_SESSION_MS } from "../store/sessions.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const error = (code: string) => ({ code, message: expect.any(String) });

test("creates a session with a code of four words and gives it back to anyone who knows the code", async () => {
  const { status, body } = await stage.http("POST", "/sessions", { sub: "a", body: { title: "  Tea & talk " } });
  expect(status).toBe(201);
  const serverTime = stage.clock.now;
  expect(body).toEqual({
    serverTime,
    session: {
      id: expect.stringMatching(/^[a-f0-9]{32}$/),
      code: expect.stringMatching(/^[a-z]+(-[a-z]+){3,}$/),
      title: "Tea & talk",
      status: "waiting",
      rev: 1,
      createdAt: serverTime,
      liveAt: null,
      endedAt: null,
      hosted: false,
    },
  });
  const { code } = body.session as { code: string };
  const found = await stage.http("GET", `/sessions/${code.toUpperCase()}`);
  expect(found).toMatchObject({ status: 200, body });
});

test("shows nothing of speaker or channels to the public, on air or not", async () => {
  const { code } = await stage.createSession("secret-sub");
  const host = await stage.host("secret-sub", code);
  const { text } = await stage.http("GET", `/sessions/${code}`);
  const { macKey = "-", channels = [] } = host.last("channels") ?? {};
  for (const secret of ["secret-sub", "lectern-", macKey, channels[0]?.channelArn ?? "-"]) {
    expect(text).not.toContain(secret);
  }
});

test("lists a speaker's own sessions, newest first, and nobody else's", async () => {
  const first = await stage.createSession("lister", "first");
  stage.clock.now += 5;
  const second = await stage.createSession("lister", "second");
  await stage.createSession("another");
  const { status, body } = await stage.http("GET", "/sessions", { sub: "lister" });
  expect(status).toBe(200);
  expect(body.sessions).toEqual([second, first]);
});

test("answers an unknown and a malformed code alike", async () => {
  const unknown = await stage.http("GET", "/sessions/no-such-code");
  expect(unknown).toMatchObject({ status: 404, body: error("session-not-found") });
  for (const path of ["/sessions/%3Cscript%3E", "/sessions/-", `/sessions/${"x".repeat(200)}`, "/sessions/%E0%A4%A"]) {
    expect(await stage.http("GET", path), path).toEqual(unknown);
  }
});

test("serves config and health to everyone", async () => {
  const config = await stage.http("GET", "/config");
  expect(config).toMatchObject({
    status: 200,
    body: { signUp: "closed", version: "0.0.0", providers: [], serverTime: stage.clock.now },
  });
  expect(await stage.http("GET", "/health")).toMatchObject({ status: 200, body: { status: "ok" } });
});

describe("claims", () => {
  const routes = [
    ["POST", "/sessions", { title: "x" }],
    ["GET", "/sessions", undefined],
    ["PATCH", "/sessions/a-b-c-d", { title: "x" }],
    ["DELETE", "/sessions/a-b-c-d", undefined],
  ] as const;
  const claims = {
    none: undefined,
    "an id token": { ...accessClaims("a"), token_use: "id" },
    "another client": { ...accessClaims("a"), client_id: "other" },
    "no sub": { token_use: "access", client_id: accessClaims("a").client_id ?? "" },
  };
  const cases = routes.flatMap(([method, path, body]) =>
    Object.entries(claims).map(([what, given]) => ({ method, path, body, what, given })),
  );
  test.each(cases)("$method $path with $what is unauthorized", async ({ method, path, body, given }) => {
    const options = { ...(body && { body }), ...(given && { claims: given }) };
    expect(await stage.http(method, path, options)).toMatchObject({ status: 401, body: error("unauthorized") });
  });
});

test.each([
  "",
  "{",
  "[]",
  {},
  { title: "" },
  { title: "   " },
  { title: "x".repeat(121) },
  { title: "line\nbreak" },
  { title: 7 },
  { title: "<b>", extra: 1 },
])("refuses %j as a new session, without quoting it", async (body) => {
  const answer = await stage.http("POST", "/sessions", { sub: "a", body });
  expect(answer).toMatchObject({ status: 400, body: error("bad-request") });
  expect(answer.text).not.toContain("<b>");
});

test("refuses a body over 32 kB, and routes it does not have", async () => {
  const body = { title: "x".repeat(33_000) };
  expect(await stage.http("POST", "/sessions", { sub: "a", body })).toMatchObject({
    status: 413,
    body: error("too-large"),
  });
  expect(await stage.http("GET", "/")).toMatchObject({ status: 400, body: error("bad-request") });
  expect(await stage.http("PUT", "/sessions", { sub: "a" })).toMatchObject({ status: 400, body: error("bad-request") });
});

describe("PATCH", () => {
  test("changes the title and tells everyone who listens, once", async () => {
    const { code } = await stage.createSession("a");
    const listener = await stage.listener(code);
    expect(await stage.patch("a", code, { title: "New" })).toBe(200);
    expect(await stage.patch("a", code, { title: "New" })).toBe(200);
    expect(listener.count("session")).toBe(2);
    expect(listener.last("session")?.session).toMatchObject({ title: "New", rev: 2 });
  });

  test("refuses the stranger, the unknown key and the unknown status", async () => {
    const { code } = await stage.createSession("a");
    const path = `/sessions/${code}`;
    expect(await stage.http("PATCH", path, { sub: "b", body: { title: "x" } })).toMatchObject({ status: 403 });
    for (const body of [
      { owner: "b" },
      { status: "waiting" },
      { code: "a" },
      { code: "-abc-" },
      { code: "eleven-long" },
    ]) {
      expect(await stage.http("PATCH", path, { sub: "a", body })).toMatchObject({ status: 400 });
    }
    expect(await stage.patch("a", "no-such-code", {})).toBe(404);
  });

  test("pauses, resumes and ends what is on air, and nothing else", async () => {
    const { code } = await stage.createSession("a");
    expect(await stage.patch("a", code, { status: "paused" })).toBe(409);
    expect(await stage.patch("a", code, { status: "live" })).toBe(409);
    await stage.host("a", code);
    const listener = await stage.listener(code);
    for (const status of ["paused", "live", "ended"] as const) {
      expect(await stage.patch("a", code, { status })).toBe(200);
      expect(listener.last("session")?.session.status).toBe(status);
    }
    expect(listener.last("session")?.session.endedAt).toBe(stage.clock.now);
    expect(listener.messages().at(-1)).toEqual({ type: "ended" });
    expect(await stage.patch("a", code, { status: "paused" })).toBe(409);
    expect(await stage.patch("a", code, { status: "ended" })).toBe(200);
    expect(listener.count("ended")).toBe(1);
  });

  test("gives the session a new code, and frees the old one", async () => {
    const { code } = await stage.createSession("a");
    const other = await stage.createSession("a");
    const listener = await stage.listener(code);
    expect(await stage.patch("a", code, { code: other.code })).toBe(409);
    expect(await stage.patch("a", code, { code: "my-own-talk-1" })).toBe(200);
    expect(listener.last("session")?.session.code).toBe("my-own-talk-1");
    expect((await stage.http("GET", `/sessions/${code}`)).status).toBe(404);
    expect((await stage.http("GET", "/sessions/my-own-talk-1")).status).toBe(200);
    expect(await stage.patch("a", other.code, { code })).toBe(200);
  });

  test("makes up another code where none is named, and the old one leads nowhere", async () => {
    const { code } = await stage.createSession("a");
    const listener = await stage.listener(code);
    expect(await stage.patch("a", code, { code: null })).toBe(200);
    const fresh = listener.last("session")?.session.code ?? "";
    expect(fresh).toMatch(/^[a-z]+(-[a-z]+){3,}$/);
    expect(fresh).not.toBe(code);
    expect((await stage.http("GET", `/sessions/${code}`)).status).toBe(404);
    expect((await stage.http("GET", `/sessions/${fresh}`)).status).toBe(200);
  });

  test("keeps everything as it was if one part is refused", async () => {
    const { code } = await stage.createSession("a");
    expect(await stage.patch("a", code, { title: "no", code: "not-this-one", status: "paused" })).toBe(409);
    expect((await stage.http("GET", `/sessions/${code}`)).body.session).toMatchObject({ title: "A talk", rev: 1 });
    expect(await stage.patch("a", (await stage.createSession("a")).code, { code: "not-this-one" })).toBe(200);
  });

  test("gives one of two who want the same code at once that code", async () => {
    const [one, two] = await Promise.all([stage.createSession("a"), stage.createSession("b")]);
    const code = "fought-over-code";
    const statuses = await Promise.all([stage.patch("a", one.code, { code }), stage.patch("b", two.code, { code })]);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

test("DELETE ends and removes the session with its channel, for its owner only", async () => {
  const { code } = await stage.createSession("deleter");
  const host = await stage.host("deleter", code);
  const listener = await stage.listener(code, { seated: true });
  expect(await stage.http("DELETE", `/sessions/${code}`, { sub: "b" })).toMatchObject({ status: 403 });
  expect(await stage.http("DELETE", `/sessions/${code}`, { sub: "deleter" })).toMatchObject({ status: 204, text: "" });
  expect(listener.messages().at(-1)).toEqual({ type: "ended" });
  expect((await stage.http("GET", `/sessions/${code}`)).status).toBe(404);
  expect((await stage.http("GET", "/sessions", { sub: "deleter" })).body.sessions).toEqual([]);
  const arn = host.last("channels")?.channels[0]?.channelArn;
  expect(stage.cloud.channels.list().map(({ ChannelARN }) => ChannelARN)).not.toContain(arn);
  await listener.send({ action: "join", code });
  expect(listener.last("error")).toMatchObject({ code: "session-not-found" });
  expect((await stage.http("DELETE", `/sessions/${code}`, { sub: "deleter" })).status).toBe(404);
});

test("removes a session unused for 90 days, and counts hosting as use", async () => {
  const unused = await stage.createSession("a");
  const used = await stage.createSession("a");
  stage.clock.now += UNUSED_SESSION_MS / 2;
  await stage.host("a", used.code, { live: false });
  stage.clock.now += UNUSED_SESSION_MS / 2;
  expect((await stage.http("GET", `/sessions/${unused.code}`)).status).toBe(404);
  expect((await stage.http("GET", `/sessions/${used.code}`)).status).toBe(200);
  // Its code is free again.
  expect(await stage.patch("a", used.code, { code: unused.code })).toBe(200);
});

test.each([
  ["a header in any script", httpEvent("GET", "/health"), { headers: { "x-name": "İstanbul – 👩‍👧" } }, 200],
  ["a method the web has no request for", httpEvent("TRACE", "/health"), {}, 400],
  ["an address that is none", httpEvent("GET", ":x"), {}, 400],
])("answers %s", async (_, event, changes, status) => {
  expect(await stage.handlers().http({ ...event, ...changes })).toMatchObject({ statusCode: status });
});
