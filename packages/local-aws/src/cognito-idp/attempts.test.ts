import { MINUTE_MS } from "@lectern/primitives";
import { expect, test } from "vitest";
import { createAttempts } from "./attempts.ts";

test("begins anew a quarter of an hour after the last lock, and remembers no name for longer", () => {
  let now = 0;
  const attempts = createAttempts({ now: () => now });
  const fail = (times: number) => {
    for (let i = 0; i < times; i++) attempts.failed("ada");
  };
  fail(5);
  now += 15 * MINUTE_MS;
  fail(1);
  expect(() => attempts.check("ada")).toThrow(expect.objectContaining({ type: "NotAuthorizedException" }));
  now += 15 * MINUTE_MS + 2000;
  fail(4);
  expect(() => attempts.check("ada")).not.toThrow();

  for (let i = 0; i < 100; i++) attempts.failed(`nobody ${i}`);
  expect(attempts.size()).toBe(101);
  now += 15 * MINUTE_MS;
  attempts.failed("ada");
  expect(attempts.size()).toBe(1);
});
