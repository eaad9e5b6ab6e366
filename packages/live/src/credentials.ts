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
  /** The next call asks for fresh ones; more and more seldom, since KVS's sockets say no without a reason. */
  doubt(): void;
}

/** Fresh ones that are refused as well are given so long before they are doubted, twice as long each time. */
const FIRST_PATIENCE_MS = 1000;
const LONGEST_PATIENCE_MS = 32_000;
/** Doubts so far apart are about different things. */
const FORGOTTEN_AFTER_MS = 60_000;

const RETRYABLE_CODES: ReadonlySet<unknown> = new Set(["network", "throttled", "unavailable"]);

/** Errors with a `code` of "network", "throttled" or "unavailable", as auth's are, and fetch's own TypeError. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && "code" in error && RETRYABLE_CODES.has(error.code));

/** The same provider with its rejections translated: "network" if another try may help, else "credentials-refused". */
export function createCredentials(
  provider: CredentialsProvider,
  isRetryable: (error: unknown) => boolean,
  now: () => number,
): Credentials {
  let doubted = false;
  let freshAt = Number.NEGATIVE_INFINITY;
  let patienceMs = 0;
  async function credentials(): Promise<AwsCredentials> {
    try {
      if (!doubted) return await provider();
      const fresh = await provider("fresh");
      doubted = false;
      const again = now() - freshAt < FORGOTTEN_AFTER_MS;
      patienceMs = again ? Math.min(patienceMs * 2, LONGEST_PATIENCE_MS) : FIRST_PATIENCE_MS;
      freshAt = now();
      return fresh;
    } catch (cause) {
      const code = isRetryable(cause) ? "network" : "credentials-refused";
      throw new LiveError(code, "no AWS credentials", { cause });
    }
  }
  return Object.assign(credentials, {
    doubt() {
      doubted ||= now() - freshAt >= patienceMs;
    },
  });
}

/** Makes the request; if KVS refuses it, its credentials are doubted: they may have been taken back before their end. */
export async function doubting<T>(credentials: Credentials, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof LiveError && error.code === "signaling-refused") credentials.doubt();
    throw error;
  }
}
