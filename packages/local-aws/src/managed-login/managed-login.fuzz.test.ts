import { CANARY, edited, fc, overSockets, text } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestStand, stillClock, type TestStand } from "../testing/stand.ts";
import { survives } from "../testing/survives.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand({ clock: stillClock() });
  stand.localAws.settings.providers = ["Google"];
});
afterAll(() => stand.localAws.close());

test("answers any step of a sign-in through a provider, and leads nobody elsewhere", async () => {
  const { url, env } = stand.localAws;
  const callbackUrl = "http://localhost:5173/";
  const here = `${url}/managed-login/oauth2/idpresponse`;
  const client = { client_id: env.VITE_COGNITO_CLIENT_ID ?? "", redirect_uri: callbackUrl };
  const outside = { client_id: "lectern-at-example", redirect_uri: here, state: `<script>${CANARY}`, nonce: "n" };
  const steps = [
    [
      "GET",
      "/managed-login/oauth2/authorize",
      { ...client, response_type: "code", identity_provider: "Google", state: CANARY, code_challenge_method: "S256" },
    ],
    ["GET", "/managed-login/oauth2/idpresponse", { state: "s", code: "c" }],
    [
      "POST",
      "/managed-login/oauth2/token",
      { ...client, grant_type: "authorization_code", code: "c", code_verifier: "v" },
    ],
    ["GET", "/outside-provider/authorize", { ...outside, response_type: "code" }],
    ["POST", "/outside-provider/consent", { ...outside, email: "ada@example.org", name: CANARY, answer: "allow" }],
    [
      "POST",
      "/outside-provider/token",
      { ...client, grant_type: "authorization_code", client_secret: "known-to-both", code: "c" },
    ],
  ] as const;
  const step = fc.constantFrom(...steps).chain(([method, path, parameters]) => {
    const [all, names] = [new URLSearchParams(parameters).toString(), Object.keys(parameters)];
    const changed = fc.tuple(fc.constantFrom(...names), text).map(([name, value]) => {
      return new URLSearchParams({ ...parameters, [name]: value }).toString();
    });
    return fc.oneof(changed, edited(all), fc.constant(all)).map((form) => ({ method, path, form }));
  });
  await fc.assert(
    fc.asyncProperty(step, async ({ method, path, form }) => {
      const request =
        method === "GET"
          ? { method, path: `${path}?${form}`, headers: {} }
          : { method, path, headers: { "content-type": "application/x-www-form-urlencoded" }, body: form };
      const { headers } = await survives(stand, request);
      if (headers.location === undefined) return;
      const { origin, pathname } = new URL(headers.location);
      expect([callbackUrl, here, `${url}/outside-provider/authorize`]).toContain(`${origin}${pathname}`);
    }),
    overSockets,
  );
});
