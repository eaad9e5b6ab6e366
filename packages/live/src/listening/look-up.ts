import { parseJson } from "@lectern/primitives";
import { apiErrorSchema, SESSION_PATH, type Session, sessionResponseSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import type { CredentialsProvider } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";

const TIMEOUT_MS = 10_000;

/**
 * The session over HTTP, a round trip before the socket can tell of it. "not-found" is certain; null is left to the socket.
 * By itself, because the client for all of the API weighs more than the listener's page needs.
 */
export async function lookUpSession(
  httpApiUrl: string,
  code: string,
  { fetch, setTimer }: Pick<LiveEnvironment, "fetch" | "setTimer">,
): Promise<Session | "not-found" | null> {
  const url = httpApiUrl.replace(/\/+$/, "") + SESSION_PATH.replace("{code}", encodeURIComponent(code));
  const abort = new AbortController();
  const cancelTimeout = setTimer(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    const answer = parseJson(await response.text());
    const found = v.safeParse(sessionResponseSchema, answer);
    if (response.ok) return found.success ? found.output.session : null;
    return v.is(apiErrorSchema, answer) && answer.code === "session-not-found" ? "not-found" : null;
  } catch {
    return null;
  } finally {
    cancelTimeout();
  }
}

/** Asks for credentials before they are needed. The refusal if another try is pointless, else null. */
export async function warmCredentials(credentials: CredentialsProvider): Promise<LiveError | null> {
  try {
    await credentials();
    return null;
  } catch (error) {
    return error instanceof LiveError && error.code === "credentials-refused" ? error : null;
  }
}
