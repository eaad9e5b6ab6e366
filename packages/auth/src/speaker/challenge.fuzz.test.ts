import { fc, type Json, wire } from "@lectern/fuzz";
import * as v from "valibot";
import { expect, test } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { mayRefuse } from "../../testing/may-refuse.ts";
import { associate, verify } from "./authenticator.ts";
import { listOf, respond } from "./challenge.ts";
import { createCognito } from "./cognito.ts";
import { openPendingSignUp } from "./pending-sign-up.ts";

const text = v.string();
const challenge = { name: "SOFTWARE_TOKEN_MFA", username: "ada", session: "s", parameters: {} };

test("takes any answer to a second factor as the next step or an AuthError", async () => {
  let given = { status: 200, body: "" };
  const cognito = createCognito("https://cognito.example/", "client", async () => {
    return new Response(given.body, { status: given.status });
  });
  const steps: Record<string, () => Promise<void>> = {
    async respond() {
      const answer = await respond(cognito, challenge, { SOFTWARE_TOKEN_MFA_CODE: "123456" });
      if (answer.next === "signed-in") return void v.parse(v.record(text, text), answer.tokens);
      v.parse(v.array(text), listOf(answer.challenge, "MFAS_CAN_CHOOSE"));
      v.parse(v.record(text, text), answer.challenge.parameters);
    },
    async associate() {
      const { key } = await associate(cognito, { Session: "s" }, "ada@example.org");
      // It becomes a QR code: nothing but a key may be in it.
      expect(new URL(key.uri).searchParams.get("secret")).toMatch(/^[A-Z2-7]+=*$/);
      expect([...new URL(key.uri).searchParams.keys()]).toEqual(["secret", "issuer"]);
    },
    verify: async () => void v.parse(v.optional(text), await verify(cognito, { AccessToken: "a" }, "123 456")),
  };
  const answers = fc.record({
    status: fc.constantFrom(200, 200, 200, 400, 429, 500),
    body: wire(
      fc.constantFrom<Json>(
        { AuthenticationResult: { AccessToken: "a", IdToken: "i", RefreshToken: "r" } },
        {
          ChallengeName: "SELECT_MFA_TYPE",
          Session: "s",
          ChallengeParameters: { MFAS_CAN_CHOOSE: '["SMS_MFA"]', CODE_DELIVERY_DESTINATION: "+1" },
        },
        { SecretCode: "JBSWY3DPEHPK3PXP", Session: "s" },
        { Status: "SUCCESS", Session: "s" },
        { __type: "CodeMismatchException", message: "Invalid code received for user" },
        { __type: "InvalidParameterException", message: "Your software token has already been used once." },
      ),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(steps)), answers, async (step, answer) => {
      given = answer;
      await mayRefuse(steps[step]?.() ?? Promise.resolve());
    }),
  );
});

test("reads anything kept of a sign-up as a pending account or as none", () => {
  fc.assert(
    fc.property(wire(fc.constant({ email: "ada@example.org", username: "u-1" })), (stored) => {
      const storage = mapStorage(new Map([["item", stored]]));
      const found = openPendingSignUp("item", storage).find();
      if (found) v.parse(v.object({ email: text, username: text }), found);
      openPendingSignUp("item", storage).keep({ email: "b@example.org", username: "u-2" });
      expect(openPendingSignUp("item", storage).find("b@example.org")).toMatchObject({ username: "u-2" });
    }),
  );
});
