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
  /** The next call asks for fresh ones; not more often than every 20 s, since KVS's sockets say no without a reason. */
  doubt(): void;
}

const DOUBT_EVERY_MS = 20_000;

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
  async function credentials(): Promise<AwsCredentials> {
    try {
      if (!doubted) return await provider();
      const fresh = await provider("fresh");
      doubted = false;
      freshAt = now();
      return fresh;
    } catch (cause) {
      const code = isRetryable(cause) ? "network" : "credentials-refused";
      throw new LiveError(code, "no AWS credentials", { cause });
    }
  }
  return Object.assign(credentials, {
    doubt() {
      doubted ||= now() - freshAt >= DOUBT_EVERY_MS;
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
