import { createServer } from "node:http";
import { fc, type Json, overSockets, text, wire } from "@lectern/fuzz";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configResponseSchema, sessionSchema } from "../contract/index.ts";
import { isRetryable } from "../errors.ts";
import { listen } from "../testing/listen.ts";
import { exampleConfig, exampleSession } from "../testing/socket-server.ts";
import { createSessionApi, type SessionApi, SessionApiError } from "./index.ts";

let url: string;
let close: () => Promise<void>;
let answer: { status: number; body: string };
beforeAll(async () => {
  const server = createServer((incoming, response) => {
    incoming.resume();
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body);
  });
  ({ url, close } = await listen(server));
});
afterAll(() => close());

const session = exampleSession({ title: "The right one" });
const good = { session, sessions: [session], ...exampleConfig, version: "1", serverTime: 9000 };
const answers = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503),
  body: wire(fc.constantFrom<unknown>(good, { code: "forbidden", message: "No." }) as fc.Arbitrary<Json>),
});

test("returns what fits or throws an error of its own for any answer, and reads the next good one", async () => {
  const api = createSessionApi({ httpApiUrl: url, accessToken: async () => "token" });
  const code = fc.oneof(fc.constant("one-two-three-four"), text);
  const calls: fc.Arbitrary<readonly [(api: SessionApi) => Promise<unknown>, v.GenericSchema]> = fc.oneof(
    code.map((asked) => [(api: SessionApi) => api.getSession(asked), sessionSchema] as const),
    code.map((asked) => [(api: SessionApi) => api.patchSession(asked, { title: asked }), sessionSchema] as const),
    code.map((asked) => [(api: SessionApi) => api.deleteSession(asked), v.undefined()] as const),
    text.map((title) => [(api: SessionApi) => api.createSession({ title }), sessionSchema] as const),
    fc.constant([(api: SessionApi) => api.listSessions(), v.array(sessionSchema)] as const),
    fc.constant([(api: SessionApi) => api.getConfig(), configResponseSchema] as const),
  );
  await fc.assert(
    fc.asyncProperty(calls, answers, async ([call, schema], given) => {
      answer = given;
      try {
        v.parse(schema, await call(api));
      } catch (error) {
        if (!(error instanceof SessionApiError)) throw error;
        // Only for codes there are.
        expect(isRetryable(error.code)).toBeTypeOf("boolean");
      }
      expect(new Date(api.serverNow()).getTime()).not.toBeNaN();
    }),
    overSockets,
  );
  answer = { status: 200, body: JSON.stringify(good) };
  expect(await api.getSession("one-two-three-four")).toEqual(session);
});
