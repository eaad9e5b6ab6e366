import { createHash } from "node:crypto";
import { MINUTE_MS } from "@lectern/primitives";
import { SignJWT } from "jose";
import * as v from "valibot";
import type { MovableClock } from "../clock.ts";
import { xmlText } from "../http/errors-to-response.ts";
import type { AwsRequest, AwsResponse, Service } from "../http/service.ts";
import type { SigningKey } from "../iam/signing-key.ts";
import { createOpaqueTokens } from "../opaque-tokens.ts";
import { oauthError, oauthResponse, page, redirect } from "./page.ts";

const PREFIX = "/outside-provider";
export const OUTSIDE_CLIENT = { id: "lectern-at-example", secret: "known-to-both" } as const;

const askSchema = v.object({
  client_id: v.literal(OUTSIDE_CLIENT.id),
  redirect_uri: v.pipe(v.string(), v.url()),
  state: v.string(),
  nonce: v.string(),
});
const consentSchema = v.object({
  ...askSchema.entries,
  email: v.pipe(v.string(), v.email()),
  name: v.string(),
  answer: v.picklist(["allow", "deny"]),
});
const tokenSchema = v.object({
  grant_type: v.literal("authorization_code"),
  client_id: v.literal(OUTSIDE_CLIENT.id),
  client_secret: v.literal(OUTSIDE_CLIENT.secret),
  code: v.string(),
});

interface Options {
  clock: MovableClock;
  key: SigningKey;
  url: string;
  /** Of the User Pool, the only one it serves. */
  redirectUri: string;
}

/** An OIDC provider outside AWS, to sign in with: it believes whatever e-mail address and name are typed, and asks for consent. */
export function createOutsideProvider({ clock, key, url, redirectUri }: Options): Service & { issuer: string } {
  const issuer = `${url}${PREFIX}`;
  const codes = createOpaqueTokens<{ email: string; name: string; nonce: string }>(clock, MINUTE_MS, 32);

  const formOf = ({ body }: AwsRequest) => Object.fromEntries(new URLSearchParams(body.toString("utf8")));

  function ask({ query }: AwsRequest): AwsResponse {
    const asked = v.safeParse(askSchema, Object.fromEntries(new URLSearchParams(query)));
    if (!asked.success || asked.output.redirect_uri !== redirectUri) return page("Example", "<p>Bad request.</p>", 400);
    const hidden = Object.entries(asked.output).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${xmlText(value)}">`,
    );
    return page(
      "Sign in at Example",
      `<p>Lectern wants to know your name and e-mail address.</p>
<form method="post" action="${PREFIX}/consent">${hidden.join("")}
<label for="email">E-mail</label><input id="email" name="email" type="email" required value="ada@example.com">
<label for="name">Name</label><input id="name" name="name" value="Ada">
<button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button>
</form>`,
    );
  }

  function consent(request: AwsRequest): AwsResponse {
    const given = v.safeParse(consentSchema, formOf(request));
    if (!given.success || given.output.redirect_uri !== redirectUri) return page("Example", "<p>Bad request.</p>", 400);
    const { answer, state, email, name, nonce } = given.output;
    if (answer === "deny") return redirect(redirectUri, { error: "access_denied", state });
    return redirect(redirectUri, { code: codes.issue({ email, name, nonce }), state });
  }

  async function token(request: AwsRequest): Promise<AwsResponse> {
    const asked = v.safeParse(tokenSchema, formOf(request));
    const taken = asked.success ? codes.redeem(asked.output.code) : undefined;
    if (taken?.status !== "found") return oauthError("invalid_grant");
    const { email, name, nonce } = taken.value;
    const now = Math.floor(clock.now() / 1000);
    const idToken = await new SignJWT({ email, name, nonce })
      .setProtectedHeader({ kid: key.kid, alg: "RS256" })
      .setIssuer(issuer)
      .setAudience(OUTSIDE_CLIENT.id)
      .setSubject(createHash("sha256").update(email.toLowerCase()).digest("hex").slice(0, 20))
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(key.privateKey);
    return oauthResponse({ id_token: idToken, token_type: "Bearer", access_token: "not used" });
  }

  const routes: Record<string, (request: AwsRequest) => AwsResponse | Promise<AwsResponse>> = {
    [`GET ${PREFIX}/authorize`]: ask,
    [`POST ${PREFIX}/consent`]: consent,
    [`POST ${PREFIX}/token`]: token,
    [`GET ${PREFIX}/jwks.json`]: () => oauthResponse({ keys: [key.publicJwk] }),
  };
  return {
    issuer,
    name: "outside-provider",
    claims: ({ path }) => path.startsWith(`${PREFIX}/`),
    handle: async (request) => routes[`${request.method} ${request.path}`]?.(request) ?? { status: 404 },
  };
}
