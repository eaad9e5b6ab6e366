import { createSessionApi, SessionApiError } from "@lectern/session-api/client";
import type { Session } from "@lectern/session-api/contract";
import type { CredentialsProvider } from "../credentials.ts";
import { LiveError } from "../errors.ts";

/** The session over HTTP, a round trip before the socket can tell of it. "not-found" is certain; null is left to the socket. */
export async function lookUpSession(httpApiUrl: string, code: string): Promise<Session | "not-found" | null> {
  try {
    return await createSessionApi({ httpApiUrl }).getSession(code);
  } catch (error) {
    return error instanceof SessionApiError && error.code === "session-not-found" ? "not-found" : null;
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
