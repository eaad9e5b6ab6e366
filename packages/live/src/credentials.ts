import { LiveError } from "./errors.ts";

/** Temporary AWS credentials, as `@lectern/auth` gives them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

/** Called before every signed request; caches and renews as it sees fit. */
export type CredentialsProvider = () => Promise<AwsCredentials>;

const RETRYABLE_CODES: ReadonlySet<unknown> = new Set(["network", "throttled", "unavailable"]);

/** Errors with a `code` of "network", "throttled" or "unavailable", as auth's are, and fetch's own TypeError. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && "code" in error && RETRYABLE_CODES.has(error.code));

/** The same provider with its rejections translated: "network" if another try may help, else "credentials-refused". */
export const translateCredentials =
  (provider: CredentialsProvider, isRetryable: (error: unknown) => boolean): CredentialsProvider =>
  async () => {
    try {
      return await provider();
    } catch (cause) {
      const code = isRetryable(cause) ? "network" : "credentials-refused";
      throw new LiveError(code, "no AWS credentials", { cause });
    }
  };
