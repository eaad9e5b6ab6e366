import { fc, type Json, overSockets, printed, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../testing/raw-request.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

const request = fc
  .constantFrom<[name: string, body: Json]>(
    ["clock", { advanceMs: 1000 }],
    ["clock", { advanceMs: 2 ** 53 - 1 }],
    ["faults", { fault: "closeSockets", service: "signaling", code: 1001 }],
    ["faults", { fault: "goAway", role: "master" }],
    ["faults", { fault: "answer", service: "sts", how: "delay", delayMs: 10 }],
    ["settings", { guests: true, withdrawnRoles: ["guest"], removedActions: ["guest kinesisvideo:*"] }],
    ["accounts", { email: "ada@example.org", invite: { password: "Correct-horse-1" }, factors: ["SMS_MFA"] }],
    ["accounts", { email: "ada@example.org", enabled: false, signOut: true }],
    ["inbox", {}],
    ["inbox.html", {}],
  )
  .chain(([name, body]) =>
    fc.record({
      method: fc.constantFrom("GET", "POST", "POST", "PUT"),
      path: fc.oneof({ weight: 4, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: text }),
      body: wire(fc.constant(body)),
    }),
  )
  .map((given) => ({ ...given, path: `/_local/${given.path}`, headers: {} }));

test("does or refuses whatever it is told, and does the next good thing", async () => {
  const { url } = stand.localAws;
  await fc.assert(
    fc.asyncProperty(request, async (given) => {
      const answer = await ask(url, given);
      if (answer === "upgraded") throw new Error("nothing asks for an upgrade here");
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers["content-type"]).toMatch(/json|html/);
      if (answer.headers["content-type"]?.includes("html")) expect(answer.body).not.toMatch(/<script>canary|<img/);
      expect(printed()).toBe("");
      const good = { method: "POST", path: "/_local/faults", headers: {}, body: '{"fault":"clear"}' };
      expect(await ask(url, good)).toMatchObject({ status: 200 });
    }),
    overSockets,
  );
});
