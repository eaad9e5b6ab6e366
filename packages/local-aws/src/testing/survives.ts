import { expectNoEcho, printed } from "@lectern/fuzz";
import { expect } from "vitest";
import { ask, type RawAnswer, type RawRequest } from "./raw-request.ts";
import type { TestStand } from "./stand.ts";

/**
 * Sends it, and sees that it is refused or done in AWS's words, that nothing is printed, and that the stand is as well as
 * before. AWS's refusals quote what was wrong, and so do these: as JSON or as text, never as anything a browser runs.
 */
export async function survives({ localAws: { url, clock } }: TestStand, request: RawRequest): Promise<RawAnswer> {
  // Each case has its second: quotas are another test's.
  clock.advance(1000);
  const answer = await ask(url, request);
  if (answer === "upgraded") throw new Error("nothing asks for an upgrade here");
  const { status, headers, body } = answer;
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  // Where managed login leads back to, it leads with the state it was given; and AWS's messages are in a header too.
  const { location: _, "x-amzn-errormessage": __, ...others } = headers;
  expectNoEcho("a header", JSON.stringify(others));
  if (body !== "") expect(headers["content-type"]).toMatch(/json|text\/xml|text\/html/);
  if (!headers["content-type"]?.includes("json")) expect(body).not.toMatch(/<script>canary|<img/);
  expect(printed()).toBe("");
  expect(await ask(url, { method: "GET", path: "/api/health", headers: {} })).toMatchObject({ status: 200 });
  return answer;
}
