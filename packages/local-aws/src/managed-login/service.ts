import { createHash, randomBytes } from "node:crypto";
import { userPool as userPoolAsDeployed } from "@lectern/infra/policies";
import { HOUR_MS, MINUTE_MS } from "@lectern/primitives";
import * as v from "valibot";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { AwsRequest, AwsResponse, Service } from "../http/service.ts";
import type { SigningKey } from "../iam/signing-key.ts";
import { createOpaqueTokens } from "../opaque-tokens.ts";
import { keepFederatedUser, readOutsideIdentity, whyNotInvited } from "./federated-user.ts";
import { createOutsideProvider, OUTSIDE_CLIENT } from "./outside-provider.ts";
import { oauthError, oauthResponse, page, redirect } from "./page.ts";

const PREFIX = "/managed-login";
const CODE_LIFE_MS = 5 * MINUTE_MS;
const SCOPES: readonly string[] = userPoolAsDeployed.oauthScopes;

const authorizeSchema = v.object({
  response_type: v.string(),
  client_id: v.string(),
  redirect_uri: v.string(),
  scope: v.optional(v.string(), SCOPES.join(" ")),
  state: v.optional(v.string(), ""),
  nonce: v.optional(v.string()),
  code_challenge: v.optional(v.string()),
  code_challenge_method: v.optional(v.string()),
  identity_provider: v.string(),
});
type Request = v.InferOutput<typeof authorizeSchema>;

const tokenSchema = v.object({
  grant_type: v.string(),
  client_id: v.string(),
  code: v.string(),
  redirect_uri: v.string(),
  code_verifier: v.optional(v.string(), ""),
});

export interface ManagedLoginOptions {
  url: string;
  userPool: UserPool;
  /** Where the app client may be sent back to, to the letter. */
  callbackUrl: string;
  /** Of the outside provider. */
  key: SigningKey;
}

/** Where the pages find it, as `GET /config` tells. */
export const managedLoginUrl = (url: string): string => `${url}${PREFIX}`;

const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");

const cookieOf = (browser: string, lifeMs: number): string =>
  `cognito=${browser}; Path=${PREFIX}; Max-Age=${lifeMs / 1000}; HttpOnly; SameSite=Lax`;
const browserOf = ({ cookie = "" }: AwsRequest["headers"]): string => /\bcognito=([^;]+)/.exec(cookie)?.[1] ?? "";

/**
 * The User Pool's managed login, as far as it leads to other providers: authorization code with PKCE, and one outside OIDC
 * provider behind whatever names the pool has.
 */
export function createManagedLogin({ url, userPool, callbackUrl, key }: ManagedLoginOptions): Service[] {
  const { clock, clientId, settings } = userPool;
  const redirectUri = `${url}${PREFIX}/oauth2/idpresponse`;
  const outside = createOutsideProvider({ clock, key, url, redirectUri });
  const waiting = createOpaqueTokens<Request & { outsideNonce: string }>(clock, CODE_LIFE_MS, 32);
  /** Browsers that have signed in, by the key in their cookie. */
  const browsers = createOpaqueTokens<{ provider: string; username: string }>(clock, HOUR_MS, 32);
  const codes = createOpaqueTokens<Request & { username: string }>(clock, CODE_LIFE_MS, 32);

  /** Who signed in with this browser, by this provider, within the hour. */
  function usernameOf(headers: AwsRequest["headers"], provider: string): string | undefined {
    const known = browsers.read(browserOf(headers));
    if (known.status !== "found" || known.value.provider !== provider) return undefined;
    return userPool.users.find(known.value.username)?.username;
  }

  function authorize({ query, headers }: AwsRequest): AwsResponse {
    const asked = v.safeParse(authorizeSchema, Object.fromEntries(new URLSearchParams(query)));
    const refuse = (reason: string) => page("An error was encountered", `<p>${reason}</p>`, 400);
    if (!asked.success) return refuse("Required parameters are missing.");
    const request = asked.output;
    // Before anything is sent anywhere: an address that is not known to the letter gets nothing, not even an error.
    if (request.client_id !== clientId) return refuse("invalid_client");
    if (request.redirect_uri !== callbackUrl) return refuse("redirect_mismatch");
    const back = (error: string) => redirect(callbackUrl, { error, state: request.state });
    if (request.response_type !== "code") return back("unauthorized_client");
    if (!request.scope.split(" ").every((scope) => SCOPES.includes(scope))) return back("invalid_scope");
    if (request.code_challenge_method !== undefined && request.code_challenge_method !== "S256") {
      return back("invalid_request");
    }
    if (!settings.providers.includes(request.identity_provider)) return refuse("Login option is not available.");
    const username = usernameOf(headers, request.identity_provider);
    if (username !== undefined) {
      return redirect(callbackUrl, { code: codes.issue({ ...request, username }), state: request.state });
    }
    const outsideNonce = randomBytes(16).toString("hex");
    return redirect(`${outside.issuer}/authorize`, {
      client_id: OUTSIDE_CLIENT.id,
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "openid email profile",
      state: waiting.issue({ ...request, outsideNonce }),
      nonce: outsideNonce,
    });
  }

  async function idpResponse({ query }: AwsRequest): Promise<AwsResponse> {
    const answer = new URLSearchParams(query);
    const taken = waiting.redeem(answer.get("state") ?? "");
    if (taken.status !== "found") return page("An error was encountered", "<p>Invalid state.</p>", 400);
    const { outsideNonce, ...request } = taken.value;
    const { state, identity_provider: provider } = request;
    const error = answer.get("error");
    if (error !== null) {
      return redirect(callbackUrl, { error: "invalid_request", error_description: error, state });
    }
    const claims = await readOutsideIdentity(userPool, outside.issuer, answer.get("code") ?? "", outsideNonce);
    if (claims === undefined) return redirect(callbackUrl, { error: "invalid_request", state });
    const refusal = await whyNotInvited(userPool, provider, claims);
    if (refusal !== null) {
      return redirect(callbackUrl, { error: "invalid_request", error_description: refusal, state });
    }
    const user = keepFederatedUser(userPool, provider, claims);
    if (user.disabled)
      return redirect(callbackUrl, { error: "invalid_request", error_description: "User is disabled", state });
    const { username } = user;
    return redirect(
      callbackUrl,
      { code: codes.issue({ ...request, username }), state },
      cookieOf(browsers.issue({ provider, username }), HOUR_MS),
    );
  }

  function logout({ query, headers }: AwsRequest): AwsResponse {
    const asked = new URLSearchParams(query);
    // The page's address is the app client's callback URL and its sign-out URL.
    if (asked.get("client_id") !== clientId || asked.get("logout_uri") !== callbackUrl) {
      return page("An error was encountered", "<p>Invalid request.</p>", 400);
    }
    browsers.redeem(browserOf(headers));
    return redirect(callbackUrl, {}, cookieOf("", 0));
  }

  async function token({ body }: AwsRequest): Promise<AwsResponse> {
    const asked = v.safeParse(tokenSchema, Object.fromEntries(new URLSearchParams(body.toString("utf8"))));
    if (!asked.success) return oauthError("invalid_request");
    const { grant_type, client_id, code, redirect_uri, code_verifier } = asked.output;
    if (client_id !== clientId) return oauthError("invalid_client");
    if (grant_type !== "authorization_code") return oauthError("unsupported_grant_type");
    const taken = codes.redeem(code);
    if (taken.status !== "found") return oauthError("invalid_grant");
    const { username, code_challenge, nonce, scope, redirect_uri: asBefore } = taken.value;
    const proved = code_challenge === undefined || challengeOf(code_verifier) === code_challenge;
    const user = userPool.users.find(username);
    if (redirect_uri !== asBefore || !proved || user === undefined) return oauthError("invalid_grant");
    const { session, refreshToken } = userPool.sessions.start(username, scope);
    const { AccessToken, IdToken, ExpiresIn, TokenType } = await userPool.tokens.issue(
      user,
      session,
      "TokenGeneration_HostedAuth",
      nonce,
    );
    return oauthResponse({
      id_token: IdToken,
      access_token: AccessToken,
      refresh_token: refreshToken,
      expires_in: ExpiresIn,
      token_type: TokenType,
    });
  }

  const routes: Record<string, (request: AwsRequest) => AwsResponse | Promise<AwsResponse>> = {
    [`GET ${PREFIX}/oauth2/authorize`]: authorize,
    [`GET ${PREFIX}/oauth2/idpresponse`]: idpResponse,
    [`POST ${PREFIX}/oauth2/token`]: token,
    [`GET ${PREFIX}/logout`]: logout,
  };
  return [
    {
      name: "managed-login",
      claims: ({ path }) => path.startsWith(`${PREFIX}/`),
      handle: async (request) => routes[`${request.method} ${request.path}`]?.(request) ?? { status: 404 },
    },
    outside,
  ];
}
