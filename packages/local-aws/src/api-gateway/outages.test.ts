import { afterAll, afterEach, beforeAll, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let printed: MockInstance;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());
beforeEach(() => {
  printed = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  printed.mockRestore();
  await control("faults", { fault: "clear" });
  await control("settings", { removedActions: [] });
});

const control = (path: string, body: unknown) =>
  fetch(`${stand.localAws.url}/_local/${path}`, { method: "POST", body: JSON.stringify(body) });
const ask = async () => {
  const answer = await fetch(`${stand.localAws.url}/api/sessions/no-such-talk-here`);
  return [answer.status, ((await answer.json()) as { code: string }).code];
};
const logged = () => printed.mock.calls.map(([line]) => JSON.parse(String(line)));

test.each([
  ["throttle", 429, { level: "warn", event: "aws-throttled", name: "ThrottlingException", status: 400 }],
  ["error", 503, { level: "warn", event: "aws-unavailable", name: "ServiceUnavailable", status: 503 }],
  ["refuse", 503, { level: "warn", event: "aws-unavailable", name: "TimeoutError" }],
] as const)(
  "a table that fails by %s is an outage in the session API's log, not unforeseen",
  async (how, status, line) => {
    await control("faults", { fault: "answer", service: "dynamodb", how });
    expect(await ask()).toEqual([status, status === 429 ? "throttled" : "unavailable"]);
    expect(logged()).toEqual([line]);
  },
);

test("a permission that the handlers lack is logged as what AWS refused, without a stack", async () => {
  await control("settings", { removedActions: ["handlers dynamodb:GetItem"] });
  expect(await ask()).toEqual([503, "unavailable"]);
  expect(logged()).toEqual([{ level: "error", event: "aws-refused", name: "AccessDeniedException", status: 400 }]);
});
