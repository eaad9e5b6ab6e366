import { CANARY, edited, expectNoEcho, fc, hostile, overSockets, printed, text, wire } from "@lectern/fuzz";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiErrorSchema, httpStatusOf, type Session, sessionResponseSchema } from "../../contract/index.ts";
import { httpEvent } from "../../testing/events.ts";
import { accessClaims, type Stage, startStage } from "../../testing/stage.ts";

let stage: Stage;
/** Ada's: she is among those who ask. */
let code: string;
/** Grace's: she is not, so nothing may change it. */
let untouched: Session;

beforeAll(async () => {
  stage = await startStage();
  code = (await stage.createSession("ada")).code;
  untouched = await stage.createSession("grace");
});
afterAll(() => stage.close());

const oneOf = <T>(usual: readonly T[], rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: rare });

const body = wire(
  fc.constantFrom(
    { title: "A talk" },
    { title: `About ${CANARY}` },
    { status: "ended" },
    { code: "my-own-code-1", title: "A talk" },
  ),
);
const asked = fc.record({
  method: oneOf(
    ["GET", "POST", "PATCH", "DELETE"],
    fc.constantFrom("PUT", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "X"),
  ),
  // {code}: Ada's as it is now; {theirs}: Grace's.
  path: oneOf(
    ["/sessions", "/sessions/{code}", "/sessions/{code}", "/sessions/{theirs}", "/config", "/health"],
    fc.oneof(
      edited("/sessions/{code}"),
      text.map((part) => `/sessions/${part}`),
      text.map((part) => `/${part}`),
    ),
  ),
  query: oneOf([""], text),
  headers: fc.dictionary(oneOf(["content-type", "authorization", "cookie", "x-forwarded-for", "host"], text), text, {
    maxKeys: 3,
  }),
  body: fc.option(body, { nil: undefined }),
  isBase64Encoded: oneOf([false], fc.constant(true)),
  claims: oneOf<unknown>(
    [accessClaims("ada"), accessClaims("eve"), undefined],
    hostile(fc.constant(accessClaims("ada"))),
  ),
});

test("answers any request with its own codes, echoes nothing, and changes nobody else's session", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path, query, headers, body, isBase64Encoded, claims }) => {
      const event = httpEvent(method, path.replaceAll("{code}", code).replaceAll("{theirs}", untouched.code), {
        ...(body !== undefined && { body }),
        ...(claims !== undefined && { claims: claims as Record<string, string> }),
      });
      const { statusCode, body: answer = "" } = await stage
        .handlers()
        .http({ ...event, rawQueryString: query, headers, isBase64Encoded });

      if (method === "HEAD") {
        expect(answer).toBe("");
        return;
      }
      const json: unknown = answer === "" ? null : JSON.parse(answer);
      const refusal = v.safeParse(apiErrorSchema, json);
      if (refusal.success) {
        expect(statusCode).toBe(httpStatusOf[refusal.output.code]);
        expect(refusal.output.code).not.toBe("unavailable");
        expectNoEcho("a refusal", answer);
      } else {
        expect([200, 201, 204]).toContain(statusCode);
        const session = v.safeParse(sessionResponseSchema, json);
        // A title and a code are their owner's to choose.
        if (session.success && method === "PATCH") code = session.output.session.code;
        if (statusCode === 204) ({ code } = await stage.createSession("ada"));
      }
      expect(printed()).toBe("");
      expect((await stage.http("GET", `/sessions/${untouched.code}`)).body.session).toEqual(untouched);
    }),
    overSockets,
  );
});
