import { createHash, randomBytes } from "node:crypto";
import { GetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { HOUR_MS, MINUTE_MS } from "@lectern/primitives";
import { decodeJwt } from "jose";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAccounts, type TestAccounts } from "../testing/accounts.ts";

const CALLBACK = "http://localhost:5173/";
let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

const verifier = randomBytes(32).toString("base64url");
const base = () => `${accounts.localAws.url}/managed-login/oauth2`;

const authorize = (change: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(
    `${base()}/authorize?${new URLSearchParams({
      response_type: "code",
      client_id: accounts.clientId,
      redirect_uri: CALLBACK,
      scope: "openid email aws.cognito.signin.user.admin",
      state: "the-state",
      nonce: "the-nonce",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      identity_provider: "Example",
      ...change,
    })}`,
    { redirect: "manual", headers },
  );
const locationOf = (response: Response) => new URL(response.headers.get("location") ?? "");

/** Through the consent screen, as a browser would; resolves to what sends it back to the page. */
async function goThrough(answer: "allow" | "deny", email: string): Promise<Response> {
  const asked = locationOf(await authorize());
  const html = await (await fetch(asked)).text();
  expect(html).toContain("Lectern wants to know");
  const given = await fetch(new URL("consent", asked), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), email, name: "Ada", answer }),
  });
  return fetch(locationOf(given), { redirect: "manual" });
}
const consent = async (answer: "allow" | "deny", email = "ada@example.com"): Promise<URL> =>
  locationOf(await goThrough(answer, email));

const answerSchema = v.looseObject({
  id_token: v.optional(v.string(), ""),
  access_token: v.optional(v.string()),
  refresh_token: v.optional(v.string(), ""),
});
const exchange = async (code: string, change: Record<string, string> = {}) => {
  const answer = await fetch(`${base()}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: accounts.clientId,
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      ...change,
    }),
  });
  return { status: answer.status, body: v.parse(answerSchema, await answer.json()) };
};

test("somebody from another provider gets the pool's tokens, and is the same person the next time", async () => {
  const back = await consent("allow");
  expect(back.href.startsWith(CALLBACK)).toBe(true);
  expect(back.searchParams.get("state")).toBe("the-state");
  const { body } = await exchange(back.searchParams.get("code") ?? "");
  const id = decodeJwt(body.id_token);
  expect(id).toMatchObject({
    nonce: "the-nonce",
    email: "ada@example.com",
    email_verified: false,
    identities: [{ providerName: "Example" }],
  });
  expect(id["cognito:username"]).toMatch(/^Example_/);
  // Not what the provider says beside it: only what the attribute mapping takes.
  expect(id).not.toHaveProperty("name");
  expect(id.speaker).toMatch(/^[0-9a-f]{32}$/);
  const user = await accounts.client.send(new GetUserCommand({ AccessToken: body.access_token }));
  expect(user.Username).toBe(id["cognito:username"]);
  await accounts.refresh(body.refresh_token);
  const again = await exchange((await consent("allow")).searchParams.get("code") ?? "");
  expect(decodeJwt(again.body.id_token).sub).toBe(id.sub);
});

test("a token that was asked for without the scope of the user's own operations is refused by them", async () => {
  const cookie = (await goThrough("allow", "eve@example.com")).headers.get("set-cookie")?.split(";")[0] ?? "";
  const back = locationOf(await authorize({ scope: "openid email" }, { cookie }));
  const { body } = await exchange(back.searchParams.get("code") ?? "");
  await expect(accounts.client.send(new GetUserCommand({ AccessToken: body.access_token }))).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "Access Token does not have required scopes",
  });
});

test("who says no at the consent screen comes back without a code", async () => {
  const back = await consent("deny");
  expect(back.searchParams.get("error_description")).toBe("access_denied");
  expect(back.searchParams.get("state")).toBe("the-state");
  expect(back.searchParams.has("code")).toBe(false);
});

test("a browser that has signed in is not asked again for an hour, unless it was signed out", async () => {
  const back = await goThrough("allow", "eve@example.com");
  const cookie = back.headers.get("set-cookie")?.split(";")[0] ?? "";
  const isAsked = async () => !locationOf(await authorize({}, { cookie })).href.startsWith(CALLBACK);
  expect(await isAsked()).toBe(false);
  const logout = (logout_uri: string) => {
    const parameters = new URLSearchParams({ client_id: accounts.clientId, logout_uri });
    const address = `${accounts.localAws.url}/managed-login/logout?${parameters}`;
    return fetch(address, { redirect: "manual", headers: { cookie } });
  };
  expect((await logout("http://localhost:9/")).status).toBe(400);
  expect(await isAsked()).toBe(false);
  const out = await logout(CALLBACK);
  expect(out.headers.get("location")).toBe(CALLBACK);
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await isAsked()).toBe(true);
});

test("a browser is asked again after an hour", async () => {
  const back = await goThrough("allow", "eve@example.com");
  const cookie = back.headers.get("set-cookie")?.split(";")[0] ?? "";
  accounts.localAws.clock.advance(HOUR_MS);
  expect(locationOf(await authorize({}, { cookie })).href.startsWith(CALLBACK)).toBe(false);
});

test("a code is good once, with its verifier and address, for five minutes", async () => {
  const code = async () => (await consent("allow")).searchParams.get("code") ?? "";
  const refused = { status: 400, body: { error: "invalid_grant", id_token: "", refresh_token: "" } };
  expect(await exchange(await code(), { code_verifier: "another" })).toEqual(refused);
  expect(await exchange(await code(), { redirect_uri: "http://localhost:9/" })).toEqual(refused);
  const once = await code();
  expect((await exchange(once)).status).toBe(200);
  expect(await exchange(once)).toEqual(refused);
  const late = await code();
  accounts.localAws.clock.advance(5 * MINUTE_MS);
  expect(await exchange(late)).toEqual(refused);
});

test("nobody is sent to an address the app client does not know, and nothing implicit is given", async () => {
  expect((await authorize({ redirect_uri: "http://localhost:5173.evil.example/" })).status).toBe(400);
  expect((await authorize({ client_id: "another" })).status).toBe(400);
  expect((await authorize({ identity_provider: "Unknown" })).status).toBe(400);
  expect(locationOf(await authorize({ response_type: "token" })).searchParams.get("error")).toBe("unauthorized_client");
  expect(locationOf(await authorize({ scope: "openid admin" })).searchParams.get("error")).toBe("invalid_scope");
});

test("an address typed at the other provider is no alias of an account here", async () => {
  const email = accounts.newEmail();
  const { access } = await accounts.signedIn(email);
  const back = await consent("allow", email);
  const { body } = await exchange(back.searchParams.get("code") ?? "");
  const own = await accounts.client.send(new GetUserCommand({ AccessToken: access }));
  expect(decodeJwt(body.id_token)["cognito:username"]).not.toBe(own.Username);
});

test("a stranger of another provider is kept out while only some are invited, and who has an account comes in", async () => {
  const { settings } = accounts.localAws;
  try {
    settings.invited = ["@example.org"];
    const stranger = await consent("allow", "stranger@example.com");
    expect(Object.fromEntries(stranger.searchParams)).toEqual({
      error: "invalid_request",
      error_description: "PreSignUp failed with error not invited.",
      state: "the-state",
    });
    expect((await consent("allow", "invited@example.org")).searchParams.get("code")).not.toBeNull();
    settings.invited = ["nobody@example.org"];
    expect((await consent("allow", "invited@example.org")).searchParams.get("code")).not.toBeNull();
  } finally {
    settings.invited = null;
  }
});
