import { LiveError } from "./errors.ts";

/** Temporary AWS credentials, as `@lectern/auth` gives them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

/** Called before every signed request; caches and renews as it sees fit. "fresh": others than before, because those were refused. */
export type CredentialsProvider = (fresh?: "fresh") => Promise<AwsCredentials>;

/** A provider that can be told that what it gave was refused. */
export interface Credentials extends CredentialsProvider {
  /** KVS refused the last ones: the next call asks for fresh ones. After each time it waits longer, because a socket's refusal may have another reason. */
  refused(): void;
}

/** When fresh ones are refused as well, others are asked for after this long at the soonest, twice as long each time. */
const FIRST_REFRESH_GAP_MS = 1000;
const LONGEST_REFRESH_GAP_MS = 32_000;
/** A refusal so long after the last refresh has nothing to do with it. */
const UNRELATED_AFTER_MS = 60_000;

const RETRYABLE_CODES: ReadonlySet<unknown> = new Set(["network", "throttled", "unavailable"]);

/** Errors with a `code` of "network", "throttled" or "unavailable", as auth's are, and fetch's own TypeError. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && "code" in error && RETRYABLE_CODES.has(error.code));

/**
 * The same provider with its rejections translated: "network" if another try may help, else "credentials-refused".
 * `steadyNow`: ms by a clock that is never set.
 */
export function createCredentials(
  provider: CredentialsProvider,
  isRetryable: (error: unknown) => boolean,
  steadyNow: () => number,
): Credentials {
  let needsFresh = false;
  let freshAt = Number.NEGATIVE_INFINITY;
  let refreshGapMs = 0;
  async function credentials(): Promise<AwsCredentials> {
    try {
      if (!needsFresh) return await provider();
      const fresh = await provider("fresh");
      needsFresh = false;
      const again = steadyNow() - freshAt < UNRELATED_AFTER_MS;
      refreshGapMs = again ? Math.min(refreshGapMs * 2, LONGEST_REFRESH_GAP_MS) : FIRST_REFRESH_GAP_MS;
      freshAt = steadyNow();
      return fresh;
    } catch (cause) {
      const code = isRetryable(cause) ? "network" : "credentials-refused";
      throw new LiveError(code, "no AWS credentials", { cause });
    }
  }
  return Object.assign(credentials, {
    refused() {
      needsFresh ||= steadyNow() - freshAt >= refreshGapMs;
    },
  });
}

/** Makes the request; if KVS refuses it, the next request is made with fresh credentials: these may have been revoked. */
export async function reportingRefusal<T>(credentials: Credentials, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof LiveError && error.code === "signaling-refused") credentials.refused();
    throw error;
  }
}
