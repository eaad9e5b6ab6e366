import { fc, type Json, overSockets, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startFakeCognito } from "../../testing/fake-cognito.ts";
import { mayRefuse } from "../../testing/may-refuse.ts";
import { createUserPool } from "./user-pool.ts";

let cognito: Awaited<ReturnType<typeof startFakeCognito>>;
beforeAll(async () => {
  cognito = await startFakeCognito();
});
afterAll(() => cognito.close());
const configuration = () => ({
  userPoolId: "us-east-1_Ab12Cd34E",
  clientId: "1h57kf5cpq17m0eml12example",
  awsEndpoint: cognito.url,
});
// With the number it would choose, of 32 such words, the library's arithmetic takes a tenth of a second; with 1 none.
beforeEach(() => {
  let words = 0;
  const spy = vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    if (array instanceof Uint32Array) array[0] = ++words % 32 === 0 ? 1 : 0;
    return array;
  });
  return () => spy.mockRestore();
});

/** With a B the library refuses at once: the proof of a password takes it a tenth of a second. */
const challenge = {
  ChallengeName: "PASSWORD_VERIFIER",
  ChallengeParameters: {
    USER_ID_FOR_SRP: "sub-of-ada",
    USERNAME: "sub-of-ada",
    SRP_B: "00",
    SALT: "0123456789abcdef",
    SECRET_BLOCK: "c2VjcmV0",
  },
};
const newPassword = {
  ChallengeName: "NEW_PASSWORD_REQUIRED",
  Session: "session",
  ChallengeParameters: { userAttributes: '{"email":"ada@example.org"}', requiredAttributes: "[]" },
};
const refusal = { __type: "NotAuthorizedException", message: "Incorrect username or password." };

const answers = (...valid: Json[]) =>
  fc.record({ status: fc.constantFrom(200, 200, 200, 400, 500), body: wire(fc.constantFrom(...valid)) });

test("rejects with an AuthError whatever answers a sign-in, and signs in with the next good answer", async () => {
  const { authenticate } = createUserPool(configuration());
  await fc.assert(
    fc.asyncProperty(answers(challenge, refusal), async (given) => {
      cognito.received.length = 0;
      cognito.answers = { USER_SRP_AUTH: () => given };
      await mayRefuse(authenticate("ada@example.org", "correct horse"));
    }),
    overSockets,
  );
  cognito.answers = {};
  expect(await authenticate("ada@example.org", "correct horse")).toMatchObject({ next: "signed-in" });
});

test("takes any answer to a new password as the next step or an AuthError, and signs in with the next good one", async () => {
  cognito.answers = { PASSWORD_VERIFIER: () => ({ body: newPassword }) };
  const asked = await createUserPool(configuration()).authenticate("ada@example.org", "correct horse");
  if (asked.next !== "new-password") throw new Error("no new password is asked for");
  const done = { AuthenticationResult: { ...cognito.tokens(), RefreshToken: "refresh" } };
  await fc.assert(
    fc.asyncProperty(answers(done, newPassword, challenge, refusal), async (given) => {
      cognito.received.length = 0;
      cognito.answers = { NEW_PASSWORD_REQUIRED: () => given };
      const next = await mayRefuse(asked.answer("Correct-horse-2", {}));
      if (next?.next === "new-password")
        for (const attribute of next.requiredAttributes) expect(attribute).toBeTypeOf("string");
    }),
    overSockets,
  );
  cognito.answers = {};
  expect(await asked.answer("Correct-horse-2", {})).toMatchObject({ next: "signed-in" });
});
