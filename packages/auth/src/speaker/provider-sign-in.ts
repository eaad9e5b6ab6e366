import type { KeyValueStorage } from "@lectern/primitives";
import * as v from "valibot";
import { post } from "../aws-post.ts";
import { AuthError } from "../errors.ts";
import { parseAnswer } from "../parse-answer.ts";
import type { Persistence } from "./session/session-vault.ts";
import { nonceOf, type Tokens } from "./session/tokens.ts";

export interface ProviderRequest {
  /** By its name in the User Pool: "Google", "SignInWithApple". */
  provider: string;
  /** As `GET /config` tells it. */
  managedLoginUrl: string;
  /** Default "browser". */
  persistence?: Persistence;
}

/** Where the page is, and how it goes elsewhere. */
export interface PageAddress {
  href(): string;
  go(url: string): void;
  /** Changes the address without leaving the page. */
  replace(url: string): void;
}

/** Signing in through the User Pool's managed login: authorization code with PKCE (RFC 7636), state and nonce. */
export interface ProviderSignIn {
  /** Leaves the page. @throws AuthError `storage-needed` */
  leave(request: ProviderRequest): Promise<void>;
  /**
   * Reads the provider's answer from the page's address, if there is one, and restores the address from before.
   *
   * @throws AuthError `provider-refused`, `sign-up-closed`, `provider-answer-unknown` or a retryable one
   */
  arrive(): Promise<{ tokens: Tokens; persistence: Persistence } | null>;
  /** Leaves the page for managed login's sign-out, which leads back. */
  leaveForgotten(managedLoginUrl: string): void;
}

export interface ProviderSignInParts {
  clientId: string;
  send: typeof fetch;
  address: PageAddress;
  /** Of this tab alone; null where it is forbidden. */
  storage: KeyValueStorage | null;
}

const pendingSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    state: v.string(),
    nonce: v.string(),
    verifier: v.string(),
    persistence: v.picklist(["browser", "tab"]),
    returnTo: v.pipe(v.string(), v.url()),
    managedLoginUrl: v.pipe(v.string(), v.url()),
  }),
);
const tokensSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ id_token: v.string(), access_token: v.string(), refresh_token: v.string() }),
);

const SCOPES = "openid email aws.cognito.signin.user.admin";
const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));
const sha256 = async (text: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));

/** Of RFC 6749's error codes; anything else is not repeated, because anybody may have written the address. */
const ERROR_CODE = /^[a-z_]{1,40}$/;
/** How managed login words that the pool's own pre sign-up trigger let nobody in (amplify-js#14063). */
const NOT_LET_IN = /^PreSignUp failed/;

/** Who said no: the person or the other service, or this deployment. */
const refusalIn = (answer: URLSearchParams): AuthError => {
  const refusal = answer.get("error") ?? "";
  return new AuthError(
    NOT_LET_IN.test(answer.get("error_description") ?? "") ? "sign-up-closed" : "provider-refused",
    `Managed login answered ${ERROR_CODE.test(refusal) ? refusal : "with an error"}.`,
  );
};
const unknownAnswer = (reason: string) => new AuthError("provider-answer-unknown", reason);

export function createProviderSignIn({ clientId, send, address, storage }: ProviderSignInParts): ProviderSignIn {
  const item = `lectern.provider.${clientId}`;
  /** Must be among the app client's callback URLs, to the letter: the page's folder, without query and fragment. */
  const callbackUrl = () => new URL(".", address.href()).href;

  /** Browsers refuse to show an address of another origin. */
  const isHere = (url: string) => new URL(url).origin === new URL(address.href()).origin;

  function takePending() {
    try {
      const kept = storage?.getItem(item);
      // So that the same answer is not accepted twice.
      storage?.removeItem(item);
      const parsed = v.safeParse(pendingSchema, kept);
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  }

  return {
    async leave({ provider, managedLoginUrl, persistence = "browser" }) {
      const pending = { state: random(), nonce: random(), verifier: random(), persistence, managedLoginUrl };
      try {
        if (storage === null) throw new Error("no storage");
        storage.setItem(item, JSON.stringify({ ...pending, returnTo: address.href() }));
      } catch (cause) {
        throw new AuthError("storage-needed", "What was begun could not be kept for the way back.", { cause });
      }
      const parameters = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: callbackUrl(),
        scope: SCOPES,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await sha256(pending.verifier),
        code_challenge_method: "S256",
        identity_provider: provider,
      });
      address.go(`${managedLoginUrl}/oauth2/authorize?${parameters}`);
    },

    async arrive() {
      const { searchParams } = new URL(address.href());
      const [state, code, refusal] = ["state", "code", "error"].map((name) => searchParams.get(name));
      if (code == null && refusal == null) return null;
      const pending = takePending();
      // Removes the answer from the address, also if it is refused.
      address.replace(pending && isHere(pending.returnTo) ? pending.returnTo : callbackUrl());
      // What managed login refuses before it has read the request comes without a state.
      if (code == null && state == null) throw refusalIn(searchParams);
      if (pending === null || pending.state !== state) throw unknownAnswer("The state is not the one that was sent.");
      if (code == null) throw refusalIn(searchParams);
      const form = new URLSearchParams({
        grant_type: "authorization_code",
        client_id: clientId,
        code,
        redirect_uri: callbackUrl(),
        code_verifier: pending.verifier,
      });
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      const answer = await post(send, `${pending.managedLoginUrl}/oauth2/token`, headers, form);
      if (!answer.ok) {
        throw new AuthError(
          answer.status < 500 ? "provider-refused" : "unavailable",
          `The code was not exchanged: HTTP ${answer.status}.`,
        );
      }
      const { id_token, access_token, refresh_token } = parseAnswer(tokensSchema, answer.text, "Managed login");
      if (nonceOf(id_token) !== pending.nonce) throw unknownAnswer("The nonce is not the one that was sent.");
      return {
        tokens: { idToken: id_token, accessToken: access_token, refreshToken: refresh_token },
        persistence: pending.persistence,
      };
    },

    leaveForgotten(managedLoginUrl) {
      const parameters = new URLSearchParams({ client_id: clientId, logout_uri: callbackUrl() });
      address.go(`${managedLoginUrl}/logout?${parameters}`);
    },
  };
}
